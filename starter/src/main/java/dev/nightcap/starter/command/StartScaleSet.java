package dev.nightcap.starter.command;

import dev.nightcap.workflows.target.ScaleSet;
import dev.nightcap.workflows.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts captures of scale sets. */
@Command(name = "scale-set", aliases = "vmss", description = "Capture on virtual machine scale sets.")
final class StartScaleSet implements Callable<Integer> {
    private final Program program;

    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "ARM ids or names of scale sets.")
    List<String> targets = List.of();

    @Option(
            names = "--instance",
            split = ",",
            paramLabel = "NUMBER",
            description = "Only these instances; default: all.")
    List<String> instances = new ArrayList<>();

    @Mixin
    CaptureOptions capture = new CaptureOptions();

    @Mixin
    WaitOptions wait = new WaitOptions();

    StartScaleSet(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return new Starting(program, wait)
                .start(new RequestForm(capture, program.config().capture()), targets, this::target)
                .number();
    }

    private Target target(RequestForm form, String text) {
        Target target = form.target(text, "scale-set", "virtualMachineScaleSets");
        return instances.isEmpty() ? target : new ScaleSet(target.id(), instances);
    }
}
