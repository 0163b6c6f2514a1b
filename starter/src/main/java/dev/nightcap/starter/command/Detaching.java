package dev.nightcap.starter.command;

import dev.nightcap.starter.terminal.Display;

/** While open, Ctrl-C prints how to reattach before the process ends; the shell sees 130, as the JVM has it for SIGINT. */
final class Detaching implements AutoCloseable {
    private final Thread hook;
    private volatile boolean underWay;

    Detaching(Display display, String reattach) {
        this.hook = new Thread(
                () -> {
                    underWay = true;
                    display.close();
                    display.say("  detached; the capture goes on. Reattach: " + reattach);
                },
                "detach");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isUnderWay() {
        return underWay;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process ends already, and the hook has said so
        }
    }
}
