package dev.nightcap.starter;

import dev.nightcap.starter.command.Nightcap;
import dev.nightcap.starter.command.Surroundings;

/** Where every process of the product begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int exit = Nightcap.run(Surroundings.ofThisProcess(), args);
        System.out.flush();
        System.exit(exit);
    }
}
