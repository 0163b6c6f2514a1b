package dev.nightcap.pcap.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class HistogramTest {
    @Test
    void tells_percentiles_within_two_percent_over_any_range() {
        Random random = new Random(3);
        for (int magnitude = 1; magnitude < 17; magnitude++) {
            long[] values = new long[1_000];
            Histogram histogram = new Histogram();
            for (int i = 0; i < values.length; i++) {
                values[i] = (long) (random.nextDouble() * Math.pow(10, magnitude)) + 1;
                histogram.add(values[i]);
            }
            Arrays.sort(values);
            Latency latency = histogram.latency();
            near(latency.p10(), values[99]);
            near(latency.p50(), values[499]);
            near(latency.p95(), values[949]);
            assertThat(latency.max()).isEqualTo(Duration.ofNanos(values[999]));
        }
    }

    @Test
    void holds_the_longest_and_the_impossible() {
        Histogram histogram = new Histogram();
        histogram.add(Long.MAX_VALUE);
        histogram.add(-5);
        assertThat(histogram.latency().count()).isEqualTo(2);
        assertThat(histogram.latency().p10()).isZero();
        assertThat(new Histogram().latency().max()).isZero();
    }

    private static void near(Duration told, long value) {
        assertThat(told.toNanos()).isCloseTo(value, Percentage.withPercentage(2));
    }
}
