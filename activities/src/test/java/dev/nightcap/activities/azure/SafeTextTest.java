package dev.nightcap.activities.azure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://a.blob.core.windows.net/c/x.cap?sv=2025&sig=PLANTED%3D for more",
                "poll https://management.azure.com/operations/1?api-version=1&t=6&c=PLANTED&s=PLANTED&h=PLANTED",
                "Authorization: Bearer PLANTED.x.y",
                "token eyJhbGciOiJub25lIn0.eyJQTEFOVEVEIjoxfQ.PLANTED was refused",
                "AccountKey=PLANTED;EndpointSuffix=core.windows.net",
                "the key UExBTlRFRFBMQU5URURQTEFOVEVEUExBTlRFRFBMQU5URURQTEFOVEVEUExBTlRFRA== is wrong",
                "SharedKey account:PLANTED"
            })
    void shows_no_secret(String text) {
        assertThat(SafeText.of(text)).doesNotContain("PLANTED", "UExBTlRFRFBMQU5URUR");
    }

    @Test
    void keeps_what_people_need() {
        String text = "Resource /subscriptions/7a1c/resourceGroups/NetworkWatcherRG/providers/x not found.";
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void is_one_line_of_bounded_length() {
        assertThat(SafeText.of("a\u001b[31m\r\n" + "b".repeat(10_000)))
                .hasSizeLessThanOrEqualTo(500)
                .doesNotContain("\n", "\r", "\u001b");
    }
}
