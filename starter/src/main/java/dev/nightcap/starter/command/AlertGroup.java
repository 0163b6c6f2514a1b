package dev.nightcap.starter.command;

import picocli.CommandLine.Command;

/** Alerts: what they would do, and what was decided about them. */
@Command(
        name = "alert",
        description = "Alerts: what one would do, sending one, and what was decided.",
        subcommands = {AlertPlan.class, AlertSend.class, AlertList.class})
final class AlertGroup extends Group {}
