package dev.nightcap.starter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {
    @ParameterizedTest
    @CsvSource({"60, PT60S", "60s, PT60S", "5m, PT5M", "1h30m, PT1H30M", "7d, P7D", "250ms, PT0.25S"})
    void reads_durations(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "5 m", "-5m", "5w", "1.5h", "9999999999s"})
    void refuses_what_is_no_duration(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageContaining("1h30m");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1073741824, 1073741824", "500MB, 500000000", "1GiB, 1073741824", "64 KiB, 65536", "10B, 10"})
    void reads_sizes(String text, long bytes) {
        assertThat(Sizes.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5GiB", "-1", "1TB", "many"})
    void refuses_what_is_no_size(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sizes.parse(text)).withMessageContaining("1GiB");
    }

    @Test
    void shows_sizes_for_people() {
        assertThat(Sizes.show(1023)).isEqualTo("1023 B");
        assertThat(Sizes.show(1L << 30)).isEqualTo("1.0 GiB");
        assertThat(Sizes.show(43_200_000)).isEqualTo("41.2 MiB");
    }
}
