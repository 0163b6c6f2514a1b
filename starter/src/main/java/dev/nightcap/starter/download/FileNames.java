package dev.nightcap.starter.download;

import dev.nightcap.workflows.capture.Evidence;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Under which names files of evidence are kept: that of the blob, with the instance before it where there is one. */
public final class FileNames {
    private FileNames() {}

    /** Distinct, whatever the blobs are called; a blob's name cannot lead out of the folder. */
    public static Map<Evidence, Path> in(Path folder, List<Evidence> evidence) {
        Map<Evidence, Path> files = new LinkedHashMap<>();
        for (Evidence file : evidence) {
            String blob = safe(file.url().substring(file.url().lastIndexOf('/') + 1));
            String name = file.instance().isEmpty() ? blob : safe(file.instance()) + "-" + blob;
            Path path = folder.resolve(name);
            for (int i = 2; files.containsValue(path); i++) {
                path = folder.resolve(i + "-" + name);
            }
            files.put(file, path);
        }
        return files;
    }

    private static String safe(String text) {
        String safe = text.replaceAll("[^\\w.-]", "_").replaceAll("^\\.+", "_");
        return safe.isEmpty() ? "evidence" : safe;
    }
}
