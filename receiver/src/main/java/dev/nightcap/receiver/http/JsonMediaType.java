package dev.nightcap.receiver.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The media types that an alert may have: JSON in all its names, in UTF-8. */
final class JsonMediaType {
    private static final Pattern JSON = Pattern.compile("(application|text)/([\\w.+-]+\\+)?json");
    private static final Pattern CHARSET = Pattern.compile("charset=\"?(utf-?8|us-ascii)\"?");

    private JsonMediaType() {}

    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!JSON.matcher(parts[0].strip()).matches()
                && !parts[0].strip().equals("application/cloudevents-batch+json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset=") && !CHARSET.matcher(parameter).matches()) {
                return false;
            }
        }
        return true;
    }
}
