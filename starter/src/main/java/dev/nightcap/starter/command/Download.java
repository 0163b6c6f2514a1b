package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.CaptureRef;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.config.Sizes;
import dev.nightcap.starter.download.Fetch;
import dev.nightcap.starter.download.FileNames;
import dev.nightcap.starter.terminal.CaptureJson;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.Sighting;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the evidence of a capture, with the credential of the person at the keyboard. */
@Command(name = "download", description = "Fetch the evidence, verified while it is written.")
final class Download implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "ID", description = "As list shows it, with @RUN for a certain run.")
    String id = "";

    @Option(names = "--to", paramLabel = "FOLDER", description = "Where the files go. Default: here.")
    Path folder = Path.of("");

    @Option(names = "--dry-run", description = "Say what would be fetched; fetch nothing.")
    boolean dryRun;

    Download(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        CaptureRef ref = CaptureRef.parse(id);
        Map<Evidence, Path> files = FileNames.in(folder, evidence(ref));
        List<Fetched> documents = new ArrayList<>();
        Files.createDirectories(folder.toAbsolutePath());
        for (Map.Entry<Evidence, Path> file : files.entrySet()) {
            documents.add(fetched(file.getKey(), file.getValue()));
        }
        program.console().documents(documents);
        return 0;
    }

    private List<Evidence> evidence(CaptureRef ref) {
        try (Temporal temporal = program.temporal(false)) {
            Sighting capture = program.captures(temporal).follow(ref).look();
            CaptureResult result = capture.result();
            if (result == null) {
                throw Complaint.usage(
                        "capture " + ref + " has not ended, so its evidence is not verified yet",
                        "nightcap watch " + ref.id());
            }
            if (result.evidence().isEmpty()) {
                throw Complaint.notFound(
                        "capture " + ref + " left no evidence: " + result.sentence(), "nightcap show " + ref);
            }
            return result.evidence();
        }
    }

    private Fetched fetched(Evidence evidence, Path file) {
        Console console = program.console();
        boolean fresh = false;
        if (!dryRun) {
            console.tell("  fetching " + file + ", " + Sizes.show(evidence.bytes()));
            try {
                fresh = new Fetch(program.downloads(), new FetchProgress(console, evidence.bytes(), program.clock()))
                        .fetch(evidence, file);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "fetching " + file + " broke off (" + e.getMessage() + "); run it again to go on from there",
                        e);
            }
        }
        console.lines(List.of("  " + file + "  " + Sizes.show(evidence.bytes()) + "  sha256 " + evidence.sha256()
                + (dryRun ? "  would be fetched" : fresh ? "  verified" : "  was there already, verified")));
        return new Fetched(
                CaptureJson.VERSION,
                file.toString(),
                evidence.url(),
                evidence.instance(),
                evidence.bytes(),
                evidence.sha256(),
                fresh);
    }

    private record Fetched(
            int schemaVersion, String file, String url, String instance, long bytes, String sha256, boolean fetched) {}
}
