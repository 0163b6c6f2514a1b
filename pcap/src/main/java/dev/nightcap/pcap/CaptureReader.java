package dev.nightcap.pcap;

import dev.nightcap.pcap.flow.Traffic;
import dev.nightcap.pcap.format.ByteSource;
import dev.nightcap.pcap.format.ByteWindow;
import dev.nightcap.pcap.format.CaptureFile;
import dev.nightcap.pcap.format.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * The entry: reads a capture file once, front to back. Memory is bounded whatever the file holds; a file that is cut,
 * damaged or of an unknown format gives facts that say so, never an exception. Errors of the channel pass through.
 */
public final class CaptureReader {
    private CaptureReader() {}

    /**
     * Reads a blocking channel to its end, also where the format is unknown or the file is damaged, so that a digest taken
     * below sees every byte. Does not close it.
     */
    public static CaptureFacts read(ReadableByteChannel channel) throws IOException {
        return read(new ChannelSource(channel));
    }

    /** As {@link #read(ReadableByteChannel)}. */
    public static CaptureFacts read(InputStream stream) throws IOException {
        return read((ByteSource) stream::read);
    }

    private static CaptureFacts read(ByteSource source) throws IOException {
        ByteWindow window = new ByteWindow(source);
        Traffic traffic = new Traffic();
        Frames frames = new Frames(traffic);
        CaptureFile file = new CaptureFile(window, frames);
        Ending ending = file.read();
        traffic.close();
        return new CaptureFacts(
                file.format(),
                file.container(),
                window.offset(),
                frames.packets(),
                frames.first(),
                frames.last(),
                ending.truncated(),
                ending.damage(),
                frames.linkTypes(),
                frames.snapped(),
                traffic.tcp(),
                traffic.udp(),
                traffic.dns(),
                traffic.tls());
    }

    /** Wraps the window's array once, not for each read. */
    private static final class ChannelSource implements ByteSource {
        private final ReadableByteChannel channel;
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        ChannelSource(ReadableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (buffer.array() != target) {
                buffer = ByteBuffer.wrap(target);
            }
            buffer.limit(offset + length).position(offset);
            return channel.read(buffer);
        }
    }
}
