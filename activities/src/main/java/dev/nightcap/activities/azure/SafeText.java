package dev.nightcap.activities.azure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Other people's texts, made fit to be shown and kept: one line, bounded, without what could be a secret. */
public final class SafeText {
    private static final int LONGEST = 500;
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}(?:\\.[\\w-]*){0,2}");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer|SharedKey|Basic)\\s+[^\\s,;\"']+");
    private static final Pattern QUERY = Pattern.compile("\\?[^\\s'\"<>)]*=[^\\s'\"<>)]*");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)\\b(sig|signature|accountkey|sharedaccesssignature|password|client_secret|secret)=[^\\s'\"&;<>]*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{40,}={1,2}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

    private SafeText() {}

    /** The text without query strings, tokens, keys and control characters, of at most 500 characters. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String safe = text.length() > 8 * LONGEST ? text.substring(0, 8 * LONGEST) : text;
        safe = TOKEN.matcher(safe).replaceAll("<token>");
        safe = BEARER.matcher(safe).replaceAll("$1 <hidden>");
        safe = QUERY.matcher(safe).replaceAll("");
        safe = PARAMETER.matcher(safe).replaceAll("$1=<hidden>");
        safe = KEY.matcher(safe).replaceAll("<hidden>");
        safe = CONTROL.matcher(safe).replaceAll(" ").strip();
        return safe.length() > LONGEST ? safe.substring(0, LONGEST - 1) + "…" : safe;
    }
}
