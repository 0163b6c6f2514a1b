package dev.nightcap.simulator;

import java.nio.file.Path;

/** Runs a simulator by hand until it is interrupted: {@code Main STATE JOURNAL}. */
final class Main {

    private Main() {}

    public static void main(String[] args) throws Exception {
        SimulatorOptions options = SimulatorOptions.defaults()
                .withState(Path.of(args[0]))
                .withJournal(Path.of(args[1]))
                .withProgress(System.err::println);
        long start = System.nanoTime();
        try (Simulator simulator = Simulator.start(options)) {
            System.err.println("ready after " + (System.nanoTime() - start) / 1_000_000 + " ms");
            System.out.println(simulator.state().toJson());
            Thread.currentThread().join();
        }
    }
}
