package dev.nightcap.activities.storage;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Azure's storage paths say: one file, or a prefix of several; and of which instance a file is. */
final class EvidencePaths {
    private static final String FILE = ".cap";
    private static final Pattern FOLDER = Pattern.compile("(?i)/virtualmachinescalesets/[^/]+/virtualMachines/(\\d+)/");
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)(?!.*\\d)");

    private EvidencePaths() {}

    static boolean isOneFile(String storagePath) {
        return storagePath.toLowerCase(Locale.ROOT).endsWith(FILE);
    }

    /** How Azure names the files under a prefix is not documented: the last number behind it is taken for the instance. */
    static String instance(String storagePath, String url) {
        Matcher folder = FOLDER.matcher(url);
        if (folder.find()) {
            return folder.group(1);
        }
        if (isOneFile(storagePath)) {
            return "";
        }
        Matcher number = LAST_NUMBER.matcher(url.substring(Math.min(storagePath.length(), url.length())));
        return number.find() ? number.group(1) : "";
    }

    /** Where {@code capture.json} stands: beside one file, or under the prefix of several. */
    static String record(String storagePath) {
        return isOneFile(storagePath)
                ? storagePath.substring(0, storagePath.length() - FILE.length()) + ".capture.json"
                : storagePath.replaceFirst("/$", "") + "/capture.json";
    }
}
