package dev.nightcap.activities.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import io.temporal.failure.ApplicationFailure;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class CloudHostsPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "https://management.azure.com/subscriptions, true",
        "https://evidence.blob.core.windows.net/c/x, true",
        "http://management.azure.com/, false",
        "https://management.azure.com:8443/, false",
        "https://management.azure.com.example.org/, false",
        "https://blob.core.windows.net.example.org/, false",
        "https://xblob.core.windows.net.evil/, false",
        "https://localhost:8443/, false",
        "https://127.0.0.1/, false"
    })
    void knows_azures_own_hosts(String url, boolean azure) throws URISyntaxException, MalformedURLException {
        assertThat(CloudHostsPolicy.isAzure(new URI(url).toURL())).isEqualTo(azure);
    }

    @Test
    void stops_a_request_before_a_token_is_asked_for() {
        AtomicInteger tokens = new AtomicInteger();
        TokenCredential credential = request -> {
            tokens.incrementAndGet();
            return Mono.just(
                    new AccessToken("PLANTED", OffsetDateTime.MAX.minusYears(1).plusHours(1)));
        };
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .policies(new CloudHostsPolicy(), new BearerTokenAuthenticationPolicy(credential, "scope"))
                .httpClient(request -> Mono.error(new AssertionError("it was sent")))
                .build();

        assertThatThrownBy(() -> pipeline.send(new HttpRequest(HttpMethod.GET, "https://example.org/"))
                        .block())
                .isInstanceOf(ApplicationFailure.class)
                .hasMessageContaining("example.org");
        assertThat(tokens).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://management.azure.com", "http://127.0.0.1:1", "https://10.0.0.1:1"})
    void takes_no_other_machine_for_a_simulator(String address) {
        URI elsewhere = URI.create(address);
        assertThatThrownBy(() -> new AzureConnection.Simulator(elsewhere, elsewhere, Path.of("ca.pem"), "key", "t"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shows_no_key_of_a_simulator() {
        URI local = URI.create("https://127.0.0.1:1");
        assertThat(new AzureConnection.Simulator(local, local, Path.of("ca.pem"), "PLANTED", "t").toString())
                .doesNotContain("PLANTED");
    }
}
