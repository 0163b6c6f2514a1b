package dev.nightcap.workflows.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LookScheduleTest {
    @Test
    void looks_soon_after_the_start() {
        assertThat(LookSchedule.next(Duration.ZERO, Duration.ofHours(5))).hasSeconds(5);
    }

    @Test
    void never_looks_past_the_expected_end() {
        assertThat(LookSchedule.next(Duration.ofSeconds(57), Duration.ofSeconds(60)))
                .hasSeconds(4);
        assertThat(LookSchedule.next(Duration.ZERO, Duration.ofSeconds(2))).hasSeconds(3);
    }

    @Test
    void stays_close_behind_the_end() {
        assertThat(LookSchedule.next(Duration.ofSeconds(60), Duration.ofSeconds(60)))
                .hasSeconds(3);
        assertThat(LookSchedule.next(Duration.ofSeconds(65), Duration.ofSeconds(60)))
                .hasSeconds(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 60, 900, 18_000, 604_800})
    void reaches_the_end_within_a_second_and_with_few_looks(long seconds) {
        Duration limit = Duration.ofSeconds(seconds);
        Duration elapsed = Duration.ZERO;
        int looks = 0;
        while (elapsed.compareTo(limit) < 0) {
            elapsed = elapsed.plus(LookSchedule.next(elapsed, limit));
            looks++;
        }
        assertThat(elapsed.minus(limit)).isLessThanOrEqualTo(Duration.ofSeconds(4));
        assertThat((long) looks).isLessThanOrEqualTo(12 + seconds / 600 + 1);
    }
}
