package dev.nightcap.starter.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts captures of virtual machines. */
@Command(name = "vm", description = "Capture on virtual machines.")
final class StartVm implements Callable<Integer> {
    private final Program program;

    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "ARM ids or names of virtual machines.")
    List<String> targets = List.of();

    @Mixin
    CaptureOptions capture = new CaptureOptions();

    @Mixin
    WaitOptions wait = new WaitOptions();

    StartVm(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return new Starting(program, wait)
                .start(
                        new RequestForm(capture, program.config().capture()),
                        targets,
                        (form, text) -> form.target(text, "vm", "virtualMachines"))
                .number();
    }
}
