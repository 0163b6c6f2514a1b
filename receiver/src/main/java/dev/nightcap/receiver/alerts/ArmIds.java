package dev.nightcap.receiver.alerts;

import java.util.regex.Pattern;

/**
 * The form of ARM ids of every kind, also those that name no resource of a group (a subscription, a tenant's resource)
 * and those whose names hold what a name of a target never does (a space).
 */
public final class ArmIds {
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern SEGMENT = Pattern.compile("[^\\p{Cntrl}<>{}?#%\\\\\"|/]{1,260}");
    private static final int LONGEST = 2048;

    private ArmIds() {}

    static boolean isGuid(String text) {
        return GUID.matcher(text).matches();
    }

    /** Whether this is an id that ARM could have given, of whatever type. */
    public static boolean isWellFormed(String text) {
        String[] parts = text.strip().split("/", -1);
        if (text.length() > LONGEST || parts.length < 3 || parts.length % 2 == 0 || !parts[0].isEmpty()) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            if (!SEGMENT.matcher(parts[i]).matches() || parts[i].equals(".") || parts[i].equals("..")) {
                return false;
            }
        }
        return parts[1].equalsIgnoreCase("subscriptions") ? isGuid(parts[2]) : parts[1].equalsIgnoreCase("providers");
    }
}
