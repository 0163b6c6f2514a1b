package dev.nightcap.starter.command;

import com.uber.m3.tally.Scope;
import dev.nightcap.starter.captures.Alerts;
import dev.nightcap.starter.captures.Captures;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.config.Config;
import dev.nightcap.starter.config.ConfigReader;
import dev.nightcap.starter.download.EvidenceDownload;
import dev.nightcap.starter.parts.Parts;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.Display;
import dev.nightcap.starter.terminal.Format;
import dev.nightcap.starter.terminal.Paint;
import dev.nightcap.worker.SearchAttributes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Scanner;

/** What commands work with: surroundings, the options that all have, and what follows from both. */
public final class Program {
    private static final int COLUMNS = 80;

    private final Surroundings surroundings;
    private final Globals globals;

    Program(Surroundings surroundings, Globals globals) {
        this.surroundings = surroundings;
        this.globals = globals;
    }

    public Map<String, String> environment() {
        return surroundings.environment();
    }

    public Clock clock() {
        return surroundings.clock();
    }

    public Format format() {
        return globals.output;
    }

    public Console console() {
        boolean animated =
                surroundings.errIsTerminal() && !"dumb".equals(environment().get("TERM"));
        return new Console(
                surroundings.out(),
                surroundings.err(),
                globals.output,
                animated,
                paint(surroundings.errIsTerminal()),
                paint(surroundings.outIsTerminal()));
    }

    /** A fresh one; it shows on stderr. */
    Display display() {
        String columns = environment().getOrDefault("COLUMNS", "");
        return Display.on(console(), columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : COLUMNS);
    }

    private Paint paint(boolean terminal) {
        boolean wanted = switch (globals.color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                terminal
                        && environment().getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment().get("TERM"));
        };
        return wanted ? Paint.COLOURED : Paint.PLAIN;
    }

    /** Read anew; all its faults are reported together. */
    public Config config() {
        return ConfigReader.read(environment(), globals.profile, globals.simulator);
    }

    /** As for a simulator of this process. */
    Config config(Path simulator, Map<String, String> environment) {
        return ConfigReader.read(environment, null, simulator);
    }

    /** @param mayStart whether the machine's own server is started if it does not run and no address is set */
    public Temporal temporal(boolean mayStart) {
        return Temporal.connect(environment(), mayStart, console()::tell);
    }

    /** Of a worker, which reports to a scope of its own. */
    Temporal temporal(Scope metrics) {
        return Temporal.connect(environment(), true, console()::tell, metrics);
    }

    public Captures captures(Temporal temporal) {
        return new Captures(temporal, SearchAttributes::ensure, clock());
    }

    public Alerts alerts(Temporal temporal) {
        return new Alerts(temporal, SearchAttributes::ensure);
    }

    /** With the credential of whoever runs this. */
    EvidenceDownload downloads() {
        return Parts.downloads(config());
    }

    /** Who sits at the keyboard. */
    public String person() {
        return environment()
                .getOrDefault("NIGHTCAP_PERSON", environment().getOrDefault("USER", System.getProperty("user.name")));
    }

    boolean hasKeyboard() {
        return surroundings.inIsTerminal();
    }

    /** What is typed in answer to a question; empty if nothing is. */
    String ask(String question) {
        surroundings.err().print(question);
        surroundings.err().flush();
        try (Scanner scanner = new Scanner(surroundings.in(), StandardCharsets.UTF_8)) {
            return scanner.hasNextLine() ? scanner.nextLine() : "";
        }
    }

    /** For whoever asked to see more than words. */
    void trace(Exception failure) {
        if (globals.logLevel == Globals.LogLevel.DEBUG || globals.logLevel == Globals.LogLevel.TRACE) {
            failure.printStackTrace(surroundings.err());
        }
    }

    /** To be called before the first logger is made. */
    void setLogLevel() {
        if (globals.logLevel != null) {
            System.setProperty("nightcap.log.level", globals.logLevel.name());
        }
    }
}
