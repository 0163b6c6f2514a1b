package dev.nightcap.starter.command;

import picocli.CommandLine.Command;

/** Starts captures. */
@Command(
        name = "start",
        description = "Start captures and wait for them.",
        subcommands = {StartVm.class, StartScaleSet.class})
final class Start extends Group {}
