package dev.nightcap.starter.config;

import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.PacketFilter;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.SessionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Config}. */
public final class ConfigReader {
    /** Of a capture where nobody says otherwise. */
    public static final Duration DEFAULT_DURATION = Duration.ofMinutes(5);

    private static final String DEFAULT_INSTALLATION = "main";

    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> environment;
    private @Nullable SimulatorState simulator;

    private ConfigReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * @param profile of the file; null takes the file's own keys alone
     * @param simulatorFile the state file of a running simulator; null means Azure itself
     * @throws InvalidConfig with everything that is wrong
     */
    public static Config read(Map<String, String> environment, @Nullable String profile, @Nullable Path simulatorFile) {
        return new ConfigReader(environment).read(profile, simulatorFile);
    }

    private Config read(@Nullable String profile, @Nullable Path simulatorFile) {
        ProfileFile file = ProfileFile.read(environment, profile, faults);
        simulator = simulatorFile == null ? null : simulator(simulatorFile);
        Section root = new Section(file.table(), "", file.origin(), environment, faults);
        List<Channel> channels = channels(root);
        CaptureDefaults capture = capture(root, channels);
        Allowed allowed = new Allowed(
                Set.copyOf(root.values("allowed-subscriptions", ConfigReader::guid)),
                new HashSet<>(root.values("allowed-storage", ConfigReader::account)));
        ReceiverSettings receiver = receiver(root.section("receiver"));
        WorkerSettings worker = worker(root.section("worker"));
        root.close();
        if (!faults.isEmpty()) {
            throw new InvalidConfig(faults);
        }
        return new Config(capture, channels, allowed, receiver, worker, simulator);
    }

    private @Nullable SimulatorState simulator(Path file) {
        try {
            return SimulatorState.read(file);
        } catch (IllegalArgumentException e) {
            faults.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private CaptureDefaults capture(Section root, List<Channel> channels) {
        SimulatorState local = simulator;
        Map<String, ResourceId> storage = root.named("storage", ConfigReader::account);
        if (storage.isEmpty() && local != null) {
            storage = Map.of(SimulatorState.REGION, local.evidenceAccount());
        }
        String subscription = root.value("subscription", ConfigReader::guid).orElse(null);
        String group = root.value("resource-group", Function.identity()).orElse(null);
        return new CaptureDefaults(
                subscription == null && local != null ? local.subscription() : subscription,
                group == null && local != null ? SimulatorState.RESOURCE_GROUP : group,
                storage,
                limits(root),
                root.values("filters", PacketFilter::parse),
                policy(root, channels),
                root.value("installation", ConfigReader::installation).orElse(DEFAULT_INSTALLATION));
    }

    /** Each bound is checked on its own, so that two broken ones are two faults. */
    private static CaptureLimits limits(Section root) {
        CaptureLimits otherwise = CaptureLimits.lasting(DEFAULT_DURATION);
        Duration duration = root.value(
                        "duration",
                        text -> CaptureLimits.lasting(Durations.parse(text)).duration())
                .orElse(otherwise.duration());
        long total = root.value(
                        "total-bytes", text -> new CaptureLimits(DEFAULT_DURATION, Sizes.parse(text), 0).totalBytes())
                .orElse(otherwise.totalBytes());
        long each = root.value(
                        "bytes-per-packet",
                        text -> new CaptureLimits(DEFAULT_DURATION, 1, Sizes.parse(text)).bytesPerPacket())
                .orElse(otherwise.bytesPerPacket());
        return new CaptureLimits(duration, total, each);
    }

    private CapturePolicy policy(Section root, List<Channel> channels) {
        List<String> known = channels.stream().map(Channel::name).toList();
        List<String> told = root.values("notify", Function.identity());
        told.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> root.fault(
                        "notify",
                        "there is no channel '" + name + "'; there are " + (known.isEmpty() ? "none" : known)));
        CapturePolicy otherwise = CapturePolicy.DEFAULT;
        return new CapturePolicy(
                root.value("queue-for", Durations::parse).orElse(otherwise.queueFor()),
                root.value("cooldown", Durations::parse).orElse(otherwise.cooldown()),
                root.value("upload-grace", Durations::parse).orElse(otherwise.uploadGrace()),
                told.isEmpty() ? known : told);
    }

    private static List<Channel> channels(Section root) {
        List<Channel> channels = new ArrayList<>();
        Section all = root.section("channels");
        for (String name : root.names("channels")) {
            Section one = all.section(name);
            String type = one.value("type", ConfigReader::channelType).orElse(null);
            SecretSource url = one.secret("url").orElse(null);
            if (url == null) {
                one.fault("url-file", "a channel needs its address, by url-file or url-env");
            }
            one.close();
            if (type != null && url != null) {
                channels.add(new Channel(name, type, url));
            }
        }
        return channels;
    }

    private static ReceiverSettings receiver(Section section) {
        ReceiverSettings settings = new ReceiverSettings(
                section.value("host", Function.identity()).orElse("127.0.0.1"),
                section.value("port", text -> port(text, 0)).orElse(ReceiverSettings.DEFAULT_PORT),
                section.secret("token").orElse(null));
        section.close();
        return settings;
    }

    private static WorkerSettings worker(Section section) {
        WorkerSettings settings =
                new WorkerSettings(section.value("metrics-port", text -> port(text, WorkerSettings.NONE))
                        .orElse(WorkerSettings.NONE));
        section.close();
        return settings;
    }

    private static int port(String text, int lowest) {
        int port = text.matches("-?\\d{1,5}") ? Integer.parseInt(text) : Integer.MIN_VALUE;
        if (port < lowest || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from " + lowest + " to 65535, not '" + text + "'");
        }
        return port;
    }

    private static String channelType(String text) {
        if (!text.equals(Channel.WEBHOOK)) {
            throw new IllegalArgumentException("a channel's type is webhook, not '" + text + "'");
        }
        return text;
    }

    private static String installation(String text) {
        SessionName.checkInstallation(text);
        return text;
    }

    /** @throws IllegalArgumentException if the text is no GUID */
    public static String guid(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.length() != 36 || !Objects.equals(lower, uuid(lower))) {
            throw new IllegalArgumentException("a subscription is a GUID, not '" + text + "'");
        }
        return lower;
    }

    private static @Nullable String uuid(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ResourceId account(String text) {
        ResourceId id = ResourceId.parse(text);
        if (!id.type().equals("microsoft.storage/storageaccounts")) {
            throw new IllegalArgumentException("not a storage account: its type is " + id.type());
        }
        return id;
    }
}
