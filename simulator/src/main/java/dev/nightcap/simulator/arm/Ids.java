package dev.nightcap.simulator.arm;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that Azure makes up once for each resource, and that must not change from one read to the next. */
final class Ids {

    private Ids() {}

    static String stable(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
