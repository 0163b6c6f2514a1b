package dev.nightcap.starter.command;

import dev.nightcap.starter.terminal.Format;
import dev.nightcap.starter.terminal.Paint;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command has. */
final class Globals {
    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            description = "How data is written to stdout: table, json, jsonl or none. Default: table.")
    Format output = Format.TABLE;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            description = "auto, always or never; NO_COLOR is honoured. Default: auto.")
    Paint.When color = Paint.When.AUTO;

    /** As logback names them, in lower case. */
    enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    @Option(
            names = "--log-level",
            scope = ScopeType.INHERIT,
            paramLabel = "LEVEL",
            description = "Of the log on stderr: error, warn, info, debug or trace. Default: warn.")
    @Nullable
    LogLevel logLevel;

    @Option(
            names = "--profile",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The [profile.NAME] of ~/.config/nightcap/config.toml (or NIGHTCAP_CONFIG).")
    @Nullable
    String profile;

    @Option(
            names = "--simulator",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The state file of a running simulator, which then takes the place of Azure.")
    @Nullable
    Path simulator;
}
