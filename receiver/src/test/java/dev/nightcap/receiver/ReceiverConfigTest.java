package dev.nightcap.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverConfigTest {
    private static final String TOKEN = "0123456789abcdef";

    @Test
    void takes_a_mebibyte_and_ten_seconds_by_default() {
        ReceiverConfig config = ReceiverConfig.of(ReceiverConfig.DEFAULT_HOST, 0, List.of(TOKEN));
        assertThat(config.maxBodyBytes()).isEqualTo(1_048_576);
        assertThat(config.bodyTimeout()).hasSeconds(10);
        assertThat(config.toString()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "127.example.com", "10.0.0.4", "nightcap.example.com"})
    void refuses_to_listen_beyond_loopback_without_a_token(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceiverConfig.of(host, 0, List.of()))
                .withMessage("beyond loopback the receiver needs a token");
        assertThat(ReceiverConfig.of(host, 0, List.of(TOKEN)).host()).isEqualTo(host);
    }

    @Test
    void needs_a_token_on_loopback_unless_told_to_be_open() {
        assertThatIllegalArgumentException().isThrownBy(() -> ReceiverConfig.of("127.0.0.1", 0, List.of()));
        assertThat(ReceiverConfig.open(0).tokens()).isEmpty();
    }

    @Test
    void reports_all_faults_together_and_no_token() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceiverConfig.of("127.0.0.1", 70_000, List.of("short")))
                .withMessage("a port is 0 (a free one) to 65535; a token has at least 16 characters");
    }
}
