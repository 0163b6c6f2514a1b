package dev.nightcap.starter.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profile file: {@code NIGHTCAP_CONFIG}, else {@code ~/.config/nightcap/config.toml} ({@code XDG_CONFIG_HOME} is
 * honoured). Its own keys hold for all profiles; {@code [profile.NAME]} overlays them.
 *
 * @param origin for messages
 */
record ProfileFile(JsonNode table, String origin) {
    private static final String PROFILES = "profile";

    /** @param faults to which what is wrong is added */
    static ProfileFile read(Map<String, String> environment, @Nullable String profile, List<String> faults) {
        Path file = path(environment);
        ObjectNode root = parse(file, environment.containsKey("NIGHTCAP_CONFIG"), faults);
        JsonNode profiles = root.remove(PROFILES);
        if (profile == null) {
            return new ProfileFile(root, file.toString());
        }
        JsonNode chosen = profiles == null ? null : profiles.get(profile);
        if (chosen == null) {
            List<String> names = new ArrayList<>();
            if (profiles != null) {
                profiles.fieldNames().forEachRemaining(names::add);
            }
            faults.add("there is no [profile." + profile + "] in " + file + "; there "
                    + (names.isEmpty() ? "are none" : "is " + String.join(", ", names)));
            return new ProfileFile(root, file.toString());
        }
        overlay(root, chosen);
        return new ProfileFile(root, file + ", profile " + profile);
    }

    private static Path path(Map<String, String> environment) {
        String named = environment.get("NIGHTCAP_CONFIG");
        if (named != null) {
            return Path.of(named);
        }
        String folder = environment.get("XDG_CONFIG_HOME");
        Path base = folder == null || folder.isBlank()
                ? Path.of(environment.getOrDefault("HOME", "."), ".config")
                : Path.of(folder);
        return base.resolve("nightcap").resolve("config.toml");
    }

    private static ObjectNode parse(Path file, boolean required, List<String> faults) {
        try {
            return (ObjectNode) new TomlMapper().readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            if (required) {
                faults.add("NIGHTCAP_CONFIG names " + file + ", which is not there");
            }
        } catch (JsonProcessingException e) {
            faults.add(file + " line " + e.getLocation().getLineNr() + " is not TOML: " + e.getOriginalMessage());
        } catch (IOException e) {
            faults.add(file + " cannot be read");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static void overlay(ObjectNode below, JsonNode above) {
        above.properties().forEach(entry -> {
            JsonNode there = below.get(entry.getKey());
            if (there instanceof ObjectNode table && entry.getValue().isObject()) {
                overlay(table, entry.getValue());
            } else {
                below.set(entry.getKey(), entry.getValue());
            }
        });
    }
}
