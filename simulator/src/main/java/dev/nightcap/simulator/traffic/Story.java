package dev.nightcap.simulator.traffic;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Traffic that tells something. A story is told again the same way for the same window and seed, second by second, so
 * that hours of it need no memory.
 */
public final class Story {

    private static final Map<String, Story> ALL = new TreeMap<>(Map.of(
            "no-syn-ack", new Story(new DatabaseCalls(37), new NameLookups(false), new SecureCalls(false)),
            "healthy", new Story(new DatabaseCalls(0), new NameLookups(false), new SecureCalls(false)),
            "resets", new Story(new IdleConnections(), new NameLookups(false), new SecureCalls(false)),
            "dns-failure", new Story(new DatabaseCalls(0), new NameLookups(true), new SecureCalls(false)),
            "tls-failure", new Story(new DatabaseCalls(0), new NameLookups(false), new SecureCalls(true)),
            "retransmissions", new Story(new LossyUploads(), new NameLookups(false), new SecureCalls(false)),
            "empty", new Story()));

    /** Bytes of file that no story outdoes: with it the default limit of 1 GiB is known to hold for five hours. */
    static final int MOST_PER_SECOND = 50_000;

    private final List<Strand> strands;

    private Story(Strand... strands) {
        this.strands = List.of(strands);
    }

    /**
     * {@code no-syn-ack} (37 of 412 connections a minute to 10.2.0.4:1433 get no answer), {@code healthy}, {@code resets},
     * {@code dns-failure}, {@code tls-failure}, {@code retransmissions} or {@code empty}.
     *
     * @throws IllegalArgumentException if there is no such story
     */
    public static Story named(String name) {
        Story story = ALL.get(name);
        if (story == null) {
            throw new IllegalArgumentException("no story '" + name + "'; there are " + String.join(", ", ALL.keySet()));
        }
        return story;
    }

    public static Set<String> names() {
        return Set.copyOf(ALL.keySet());
    }

    /** Writes the file, a classic pcap, and does not close the stream. Says how many packets it holds. */
    public long write(OutputStream out, TrafficWindow window) throws IOException {
        PcapWriter pcap = new PcapWriter(out, window.snapLength());
        pcap.header();
        long[] packets = {0};
        tell(window, frame -> {
            pcap.frame(
                    window.from().plus(frame.micros(), ChronoUnit.MICROS),
                    frame.bytes().toArray());
            packets[0]++;
        });
        return packets[0];
    }

    /** The time of the first packet that no longer fits into {@code totalBytes}; empty if all fit. */
    public Optional<Instant> fullAt(TrafficWindow window) {
        long most = window.from().until(window.to(), ChronoUnit.SECONDS) * MOST_PER_SECOND + PcapWriter.HEADER;
        if (window.totalBytes() == 0 || most < window.totalBytes()) {
            return Optional.empty();
        }
        try {
            return tell(window, frame -> {}).map(frame -> window.from().plus(frame.micros(), ChronoUnit.MICROS));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Frame> tell(TrafficWindow window, Sink sink) throws IOException {
        long length = window.from().until(window.to(), ChronoUnit.MICROS);
        Scene scene = new Scene(window.local(), new Wire(window.local()), length, window.seed());
        Queue<Frame> ahead = new PriorityQueue<>(Comparator.comparingLong(Frame::micros));
        long file = PcapWriter.HEADER;
        for (long second = 0; second * 1_000_000 < length; second++) {
            for (Strand strand : strands) {
                strand.second(second, scene, ahead::add);
            }
            long until = Math.min(length, (second + 1) * 1_000_000);
            while (!ahead.isEmpty() && ahead.element().micros() < until) {
                Frame frame = ahead.remove();
                if (window.keeps(frame)) {
                    file += PcapWriter.RECORD + Math.min(frame.bytes().length(), window.snapLength());
                    if (window.totalBytes() > 0 && file > window.totalBytes()) {
                        return Optional.of(frame);
                    }
                    sink.accept(frame);
                }
            }
        }
        return Optional.empty();
    }

    private interface Sink {
        void accept(Frame frame) throws IOException;
    }
}
