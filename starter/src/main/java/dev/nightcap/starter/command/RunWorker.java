package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.config.Config;
import dev.nightcap.starter.parts.Parts;
import dev.nightcap.starter.parts.Serving;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.ExitCode;
import dev.nightcap.worker.SearchAttributesMissing;
import dev.nightcap.worker.Worker;
import dev.nightcap.worker.WorkerMetrics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the worker until it is told to end. */
@Command(
        name = "worker",
        description = "Run the worker: it does the steps of captures. Several share the work; all may be killed.")
final class RunWorker implements Callable<Integer> {
    private final Program program;

    RunWorker(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Config config = program.config();
        Console console = program.console();
        Serving serving = new Serving();
        try {
            WorkerMetrics metrics = serving.closing(new WorkerMetrics());
            Temporal temporal = serving.closing(program.temporal(metrics.scope()));
            Worker worker = serving.closing(Parts.worker(config, program.environment(), temporal.client(), metrics));
            start(worker);
            console.tell("worker ready: Temporal at " + temporal.address() + ", namespace " + temporal.namespace()
                    + "; captures on " + (config.simulator() == null ? "Azure" : config.simulator()));
            worker.metricsPort().ifPresent(port -> console.tell("health and metrics at http://127.0.0.1:" + port));
            serving.untilSignalled();
            return ExitCode.DONE.number();
        } catch (RuntimeException e) {
            serving.close();
            throw e;
        }
    }

    private static void start(Worker worker) {
        try {
            worker.start();
        } catch (SearchAttributesMissing e) {
            throw Complaint.of(
                    ExitCode.REFUSED, "search-attributes", String.valueOf(e.getMessage()), "run these commands");
        }
    }
}
