package dev.nightcap.workflows.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightcap.workflows.Requests;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked for, refused by name where Azure would not take it. */
final class RequestTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 60, 18_000})
    void durations_up_to_five_hours_are_taken(long seconds) {
        assertThat(CaptureLimits.lasting(Duration.ofSeconds(seconds)).duration())
                .hasSeconds(seconds);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 18_001})
    void other_durations_are_refused_with_the_bound(long seconds) {
        assertThatThrownBy(() -> CaptureLimits.lasting(Duration.ofSeconds(seconds)))
                .hasMessageContaining(seconds + " s")
                .hasMessageContaining("18000");
    }

    @Test
    void bytes_are_bounded_as_azure_bounds_them() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(new CaptureLimits(minute, 4_294_967_295L, 4_294_967_295L).totalBytes())
                .isEqualTo(4_294_967_295L);
        assertThatThrownBy(() -> new CaptureLimits(minute, 4_294_967_296L, 0)).hasMessageContaining("4294967295");
        assertThatThrownBy(() -> new CaptureLimits(minute, 0, 0)).hasMessageContaining("total bytes");
        assertThatThrownBy(() -> new CaptureLimits(minute, 1, -1)).hasMessageContaining("bytes per packet");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "tcp:10.2.0.4:1433, TCP, '', '', 10.2.0.4, 1433",
                "udp::53, UDP, '', '', '', 53",
                "any, Any, '', '', '', ''",
                "TCP:10.0.0.1-10.0.0.9:80;443, TCP, '', '', 10.0.0.1-10.0.0.9, 80;443",
                "'tcp:10.2.0.4,local=10.1.0.4:1000-2000', TCP, 10.1.0.4, 1000-2000, 10.2.0.4, ''",
                "'any,local=10.1.0.4', Any, 10.1.0.4, '', '', ''",
                "tcp:[fd00::1]:443, TCP, '', '', fd00::1, 443"
            })
    void filters_are_read(String text, String protocol, String local, String localPort, String remote, String port) {
        PacketFilter filter = PacketFilter.parse(text);

        assertThat(filter).isEqualTo(new PacketFilter(protocol, local, localPort, remote, port));
        assertThat(PacketFilter.parse(filter.toString())).isEqualTo(filter);
    }

    @ParameterizedTest
    @CsvSource({
        "sctp:1.2.3.4:5, protocol",
        "tcp:10.2.0.256, IP address",
        "tcp:host.example:80, IP address",
        "tcp:10.0.0.1:65536, port",
        "tcp:10.0.0.1:9-5, lower",
        "tcp:10.0.0.1:1-2;5, mix",
        "tcp:10.0.0.1:1-2-3, ranges",
        "tcp:1:2:3:4, PROTOCOL:ADDRESS:PORT"
    })
    void filters_that_azure_would_not_take_are_refused_by_name(String text, String word) {
        assertThatThrownBy(() -> PacketFilter.parse(text)).hasMessageContaining(word);
    }

    @Test
    void a_destination_is_an_account_or_a_path_on_the_vm() {
        assertThatThrownBy(() -> new Destination(null, Map.of(), null)).hasMessageContaining("storage account");
        assertThatThrownBy(() -> new Destination(null, Map.of(), "/var/captures/x.pcap"))
                .hasMessageContaining(".cap");
        assertThatThrownBy(() -> Destination.account(Requests.vm("web-01"))).hasMessageContaining("virtualmachines");
        Destination regional = Destination.byRegion(Map.of("EastUS2", Requests.storage("nightcapevidence")));
        assertThat(regional.accountIn("eastus2")).contains(Requests.storage("nightcapevidence"));
        assertThat(regional.accountIn("westus")).isEmpty();
    }

    @Test
    void a_request_survives_the_way_through_temporal() {
        CaptureRequest request = Requests.web01();
        Payload payload =
                DefaultDataConverter.STANDARD_INSTANCE.toPayload(request).orElseThrow();

        CaptureRequest back =
                DefaultDataConverter.STANDARD_INSTANCE.fromPayload(payload, CaptureRequest.class, CaptureRequest.class);

        assertThat(back).isEqualTo(request);
        assertThat(payload.getData().toStringUtf8()).contains("\"kind\":\"vm\"").doesNotContain("shortName");
    }
}
