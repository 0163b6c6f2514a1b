package dev.nightcap.starter.command;

import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.Complaints;
import dev.nightcap.starter.terminal.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;

/** The root of the command tree. */
@Command(
        name = "nightcap",
        description = "Durable, alert-triggered network captures for Azure.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Nightcap.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Every option has an environment variable: --total-bytes is NIGHTCAP_TOTAL_BYTES.",
            "Exit codes: 0 captured or done, 1 failed, 2 usage or refused, 3 not found,",
            "4 not permitted, 5 no proven packets, 6 Temporal or Azure out of reach,",
            "7 cancelled, 124 waited long enough, 130 detached."
        },
        subcommands = {
            RunDemo.class,
            RunWorker.class,
            Serve.class,
            RunSimulator.class,
            Start.class,
            ListCaptures.class,
            Show.class,
            Watch.class,
            Stop.class,
            Cancel.class,
            Download.class,
            AlertGroup.class,
            Explain.class,
            LocalTemporal.class,
            Completion.class
        })
public final class Nightcap {
    Nightcap() {}

    /** Runs one command line and answers with its exit code. */
    public static int run(Surroundings surroundings, String... args) {
        Globals globals = new Globals();
        Program program = new Program(surroundings, globals);
        CommandLine line = commandLine(program, globals);
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((failure, given) -> {
            globals.output = formatIn(given, globals.output);
            return refuse(program, failure);
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            program.trace(failure);
            return end(program, Complaints.of(failure));
        });
        line.setExecutionStrategy(parsed -> {
            program.setLogLevel();
            return new CommandLine.RunLast().execute(parsed);
        });
        return line.execute(args);
    }

    static CommandLine commandLine(Program program, Globals globals) {
        CommandLine line = new CommandLine(new Nightcap(), new WithProgram(program));
        line.addMixin("globals", globals);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setDefaultValueProvider(new EnvironmentDefaults(program.environment()));
        return line;
    }

    private static int refuse(Program program, CommandLine.ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        Throwable cause = failure.getCause();
        Complaint complaint = cause instanceof Complaint said
                ? said
                : Complaint.usage(
                        String.valueOf(failure.getMessage()),
                        meant(failure) + command.getCommandSpec().qualifiedName() + " --help");
        return end(program, complaint);
    }

    private static String meant(CommandLine.ParameterException failure) {
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "perhaps " + String.join(" or ", unmatched.getSuggestions()) + " is meant; ";
        }
        return "";
    }

    private static int end(Program program, Complaint complaint) {
        program.console().complain(complaint);
        return complaint.exit().number();
    }

    /** A line that cannot be parsed may still have said how to answer. */
    private static Format formatIn(String[] args, Format otherwise) {
        List<String> all = Arrays.asList(args);
        for (Format format : Format.values()) {
            int at = Math.max(all.indexOf("-o"), all.indexOf("--output"));
            if (all.contains("-o" + format)
                    || all.contains("-o=" + format)
                    || all.contains("--output=" + format)
                    || (at >= 0 && at + 1 < all.size() && all.get(at + 1).equalsIgnoreCase(format.toString()))) {
                return format;
            }
        }
        return otherwise;
    }

    /** Hands the program to the commands whose constructor wants it. */
    private record WithProgram(Program program) implements IFactory {
        @Override
        public <K> K create(Class<K> wanted) throws Exception {
            for (Constructor<?> constructor : wanted.getDeclaredConstructors()) {
                if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Program.class})) {
                    return wanted.cast(constructor.newInstance(program));
                }
            }
            return CommandLine.defaultFactory().create(wanted);
        }
    }

    /** The version that the build wrote down. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            try (@Nullable
                    InputStream version = Nightcap.class.getResourceAsStream("/dev/nightcap/starter/version.txt")) {
                return new String[] {
                    version == null ? "nightcap" : new String(version.readAllBytes(), StandardCharsets.UTF_8).strip()
                };
            } catch (IOException e) {
                throw new UncheckedIOException("the version cannot be read", e);
            }
        }
    }
}
