package dev.nightcap.starter.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be captured, and how. The names that {@code az network watcher packet-capture create} has are aliases. */
final class CaptureOptions {
    @Option(
            names = {"-g", "--resource-group"},
            paramLabel = "GROUP",
            description = "Where names of targets are looked for.")
    @Nullable
    String resourceGroup;

    @Option(names = "--subscription", paramLabel = "GUID", description = "Where names of targets are looked for.")
    @Nullable
    String subscription;

    @Option(
            names = {"--duration", "--time-limit"},
            paramLabel = "TIME",
            description = "60s, 5m, 1h30m; 1 s to 5 h. Default: 5m.")
    @Nullable
    String duration;

    @Option(
            names = {"--storage", "--storage-account"},
            paramLabel = "ACCOUNT",
            description = "ARM id or name. Default: the profile's account of the target's region.")
    @Nullable
    String storage;

    @Option(
            names = {"--filter", "--filters"},
            split = "\\s+",
            splitSynopsisLabel = " ",
            paramLabel = "FILTER",
            description = "PROTOCOL[:ADDRESS[:PORT]][,local=ADDRESS[:PORT]], such as tcp:10.2.0.4:1433; several are"
                    + " alternatives. JSON as az takes it is taken too.")
    List<String> filters = new ArrayList<>();

    @Option(
            names = {"--total-bytes", "--capture-limit"},
            paramLabel = "SIZE",
            description = "Of all packets, such as 500MB or 1GiB. Default: 1GiB.")
    @Nullable
    String totalBytes;

    @Option(
            names = {"--bytes-per-packet", "--capture-size"},
            paramLabel = "SIZE",
            description = "Of each packet; 0 keeps it whole. Default: 0.")
    @Nullable
    String bytesPerPacket;

    @Option(
            names = "--file-path",
            paramLabel = "PATH",
            description = "Keep the file on the VM's disk; alone, unless --storage is given too. Ends .cap; on Linux"
                    + " below /var/captures.")
    @Nullable
    String filePath;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "PREFIX",
            description = "First part of the session's name in Azure. Default: nightcap.")
    @Nullable
    String name;

    @Option(names = "--reason", paramLabel = "WORDS", description = "Why, for those who read it later.")
    @Nullable
    String reason;
}
