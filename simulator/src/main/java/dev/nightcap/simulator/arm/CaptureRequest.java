package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The properties of a {@code PUT} with Azure's defaults filled in.
 *
 * @param include instance ids; empty for all
 * @param ring present if {@code continuousCapture} was given, true or false
 */
record CaptureRequest(
        String target,
        List<String> include,
        List<String> exclude,
        String targetType,
        long bytesPerPacket,
        long totalBytes,
        int timeLimit,
        Optional<String> storageId,
        Optional<String> storagePath,
        Optional<String> filePath,
        Optional<String> localPath,
        Optional<Ring> ring,
        List<PacketFilter> filters) {

    /** The settings of a ring-buffer capture. */
    record Ring(boolean continuous, int fileCount, long fileBytes, int timeLimit) {}

    /** Seconds until the session ends by itself. */
    int seconds() {
        int asked = ring.map(Ring::timeLimit).orElse(timeLimit);
        return asked == 0 ? ring.isPresent() ? 604_800 : 18_000 : asked;
    }

    /** Writes the properties in the recorded order. Ring-buffer captures omit the two limits. */
    void writeTo(ObjectNode properties, ApiVersion version, String path) {
        properties.put("target", target);
        if (version.knowsScaleSets()) {
            ObjectNode scope = properties.putObject("scope");
            texts(scope.putArray("include"), include);
            texts(scope.putArray("exclude"), exclude);
            properties.put("targetType", targetType);
        }
        properties.put("bytesToCapturePerPacket", bytesPerPacket);
        if (ring.isEmpty()) {
            properties.put("totalBytesPerSession", totalBytes).put("timeLimitInSeconds", timeLimit);
        }
        ObjectNode storage = properties.putObject("storageLocation");
        storageId.ifPresent(id -> storage.put("storageId", id));
        storage.put("storagePath", path);
        filePath.ifPresent(file -> storage.put("filePath", file));
        localPath.ifPresent(file -> storage.put("localPath", file));
        ring.ifPresent(settings -> {
            properties.put("continuousCapture", settings.continuous());
            properties
                    .putObject("captureSettings")
                    .put("fileCount", settings.fileCount())
                    .put("fileSizeInBytes", settings.fileBytes())
                    .put("sessionTimeLimitInSeconds", settings.timeLimit());
        });
        ArrayNode all = properties.putArray("filters");
        for (PacketFilter filter : filters) {
            all.addObject()
                    .put("protocol", filter.protocol())
                    .put("localIPAddress", filter.localAddress())
                    .put("localPort", filter.localPort())
                    .put("remoteIPAddress", filter.remoteAddress())
                    .put("remotePort", filter.remotePort());
        }
    }

    private static void texts(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
