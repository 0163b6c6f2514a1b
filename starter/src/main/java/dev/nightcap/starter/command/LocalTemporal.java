package dev.nightcap.starter.command;

import picocli.CommandLine.Command;

/** The machine's own Temporal dev server. */
@Command(
        name = "temporal",
        description = "The machine's own Temporal dev server: one for all terminals.",
        subcommands = {TemporalInstallCommand.class, TemporalStart.class, TemporalStop.class, TemporalStatus.class})
final class LocalTemporal extends Group {}
