package dev.nightcap.workflows.target;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a packet capture's session in Azure: {@code <prefix>-<installation>-<run>}. By it, and by nothing else
 * (a PUT carries no tags), ours are told from other people's.
 */
public final class SessionName {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,38}[A-Za-z0-9])?");
    private static final Pattern INSTALLATION = Pattern.compile("[a-z0-9]{1,16}");
    private static final int RUN_LENGTH = 12;

    private SessionName() {}

    /**
     * @param run the original execution run id of the workflow: the same for every retry and reset of a run
     * @throws IllegalArgumentException if prefix or installation break the rule that is said
     */
    public static String of(String prefix, String installation, String run) {
        checkPrefix(prefix);
        checkInstallation(installation);
        String hex = run.replace("-", "").toLowerCase(Locale.ROOT);
        return prefix + "-" + installation + "-" + hex.substring(0, Math.min(RUN_LENGTH, hex.length()));
    }

    /** Whether a session was started by this installation, whatever its prefix. */
    public static boolean isOurs(String name, String installation) {
        return Pattern.compile(".+-" + Pattern.quote(installation) + "-[0-9a-f]{" + RUN_LENGTH + "}")
                .matcher(name)
                .matches();
    }

    /** @throws IllegalArgumentException saying what a prefix may be */
    public static void checkPrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a capture's name has 1 to 40 letters, digits, '_', '.' or '-', and"
                    + " begins and ends with a letter or digit");
        }
    }

    /** @throws IllegalArgumentException saying what an installation's name may be */
    public static void checkInstallation(String installation) {
        if (!INSTALLATION.matcher(installation).matches()) {
            throw new IllegalArgumentException("an installation's name has 1 to 16 lower-case letters or digits");
        }
    }
}
