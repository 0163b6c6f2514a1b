package dev.nightcap.starter.command;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option's environment variable: {@code --total-bytes} is {@code NIGHTCAP_TOTAL_BYTES}. */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        for (String name : option.names()) {
            String set = name.startsWith("--") ? environment.get(variable(name)) : null;
            if (set != null && !set.isBlank()) {
                return set;
            }
        }
        return null;
    }

    static String variable(String option) {
        return "NIGHTCAP_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
