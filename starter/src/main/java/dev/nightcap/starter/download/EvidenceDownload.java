package dev.nightcap.starter.download;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** Where evidence is fetched from. */
@FunctionalInterface
public interface EvidenceDownload {
    /**
     * Opens a file for one pass.
     *
     * @param url as the evidence has it, without any signature
     * @param offset of the first byte that is wanted
     */
    ReadableByteChannel open(String url, long offset) throws IOException;
}
