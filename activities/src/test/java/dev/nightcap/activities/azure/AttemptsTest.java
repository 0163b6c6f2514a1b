package dev.nightcap.activities.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.exception.ClientAuthenticationException;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an attempt's trouble becomes for the engine. */
class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T02:00:00Z");

    private final Attempts attempts = new Attempts(InstantSource.fixed(NOW));

    private ApplicationFailure failure(Instant until, Exception thrown) {
        try {
            attempts.make("start the session", until, () -> {
                throw thrown;
            });
        } catch (ApplicationFailure failure) {
            return failure;
        }
        throw new AssertionError("it did not fail");
    }

    private ApplicationFailure failure(Exception thrown) {
        return failure(NOW.plusSeconds(600), thrown);
    }

    private static Refusal refusal(int status, String code, String message) {
        String body = "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message);
        return new Refusal(AzureAnswer.of(status, name -> null, body));
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidRequestFormat, request-invalid",
        "401, InvalidAuthenticationToken, not-permitted",
        "403, AuthorizationFailed, not-permitted",
        "404, ResourceNotFound, target-not-found",
        "405, MethodNotAllowed, request-invalid",
        "422, Unprocessable, request-invalid"
    })
    void ends_at_once_what_no_retry_mends(int status, String code, String reason) {
        ApplicationFailure failure = failure(refusal(status, code, "why"));

        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(failure.getType()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "400, AnotherOperationInProgress, BENIGN",
        "408, RequestTimeout, UNSPECIFIED",
        "409, Conflict, UNSPECIFIED",
        "429, RetryableErrorDueToAnotherOperation, BENIGN",
        "429, SubscriptionRequestsThrottled, BENIGN",
        "500, InternalServerError, UNSPECIFIED",
        "502, BadGateway, UNSPECIFIED",
        "503, ServiceUnavailable, UNSPECIFIED",
        "504, GatewayTimeout, UNSPECIFIED"
    })
    void tries_again_what_passes(int status, String code, ApplicationErrorCategory category) {
        ApplicationFailure failure = failure(refusal(status, code, "why"));

        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(failure.getType()).isEqualTo(Attempts.NOT_YET);
        assertThat(failure.getCategory()).isEqualTo(category);
        assertThat(failure.getNextRetryDelay()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "Microsoft.Network/networkWatchers/n/packetCaptures/x, session-gone",
        "'Microsoft.Network/networkWatchers/X', watcher-missing",
        "'Microsoft.Storage/storageAccounts/X', storage-not-found",
        "'Microsoft.Compute/virtualMachines/X', target-not-found"
    })
    void tells_from_the_message_what_is_not_there(String named, String reason) {
        assertThat(failure(refusal(404, "ResourceNotFound", "The Resource " + named + " was not found."))
                        .getType())
                .isEqualTo(reason);
    }

    @Test
    void tries_again_when_the_connection_broke_or_nothing_came_in_time() {
        assertThat(failure(new IOException("Connection reset")).isNonRetryable())
                .isFalse();
        assertThat(failure(new TimeoutException("x")).isNonRetryable()).isFalse();
        assertThat(failure(new IllegalStateException(new InterruptedException()))
                        .isNonRetryable())
                .isFalse();
    }

    @Test
    void waits_as_long_as_azure_asks_but_no_longer_than_the_order_lasts() {
        Refusal slow = new Refusal(AzureAnswer.of(429, Map.of("Retry-After", "40")::get, "{}"));

        assertThat(failure(slow).getNextRetryDelay()).isEqualTo(Duration.ofSeconds(40));
        assertThat(failure(NOW.plusSeconds(20), slow).getNextRetryDelay()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void ends_what_passes_once_the_time_is_over() {
        ApplicationFailure failure = failure(NOW, refusal(503, "ServiceUnavailable", "later"));

        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(failure.getDetails().get(Problem.class).reason()).isEqualTo(Reason.AZURE_ERROR);
    }

    @Test
    void ends_a_fault_of_ours_at_once_without_its_text() {
        ApplicationFailure failure = failure(new NullPointerException("PLANTED"));

        assertThat(failure.getType()).isEqualTo(Reason.INTERNAL.code());
        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(failure).hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("PLANTED");
    }

    @Test
    void names_the_missing_action_and_keeps_what_support_asks_for() {
        String body =
                "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"The client 'c' with object id 'c' does"
                        + " not have authorization to perform action 'Microsoft.Compute/virtualMachines/read' over scope"
                        + " '/subscriptions/s' or the scope is invalid.\"}}";
        Refusal refusal = new Refusal(AzureAnswer.of(403, Map.of("x-ms-correlation-request-id", "c-1")::get, body));

        Problem problem = failure(refusal).getDetails().get(Problem.class);

        assertThat(problem.sentence())
                .isEqualTo("Azure does not let us start the session: the action Microsoft.Compute/virtualMachines/read"
                        + " is missing on /subscriptions/s");
        assertThat(problem.azure()).hasFieldOrPropertyWithValue("correlationId", "c-1");
    }

    @Test
    void reads_errors_that_lack_the_wrapper() {
        AzureAnswer answer = AzureAnswer.of(
                409, name -> null, "{\"Code\":\"Conflict\",\"Message\":\"Cannot modify this site\",\"Target\":null}");

        assertThat(answer.code()).isEqualTo("Conflict");
        assertThat(answer.message()).isEqualTo("Cannot modify this site");
    }

    @Test
    void shows_no_secret_of_an_answer_or_an_exception() {
        String planted = "https://x.blob.core.windows.net/c/b?sv=1&sig=PLANTED";
        assertThat(said(failure(refusal(400, "Bad", planted)))).doesNotContain("PLANTED");
        assertThat(said(failure(refusal(503, "Bad", planted)))).doesNotContain("PLANTED");
        assertThat(said(failure(new IOException(planted)))).doesNotContain("PLANTED");
        assertThat(said(failure(new IllegalStateException(planted)))).doesNotContain("PLANTED");
        assertThat(said(failure(new ClientAuthenticationException("client_secret=PLANTED", null))))
                .doesNotContain("PLANTED");
    }

    @Test
    void logs_a_fault_of_ours_without_secrets_and_with_its_place() {
        Exception planted = new IllegalStateException("a", new IOException("https://x/?sig=PLANTED"));

        StringWriter log = new StringWriter();
        Shown.of(planted).printStackTrace(new PrintWriter(log));

        assertThat(log.toString()).contains("AttemptsTest").doesNotContain("PLANTED");
    }

    private static String said(ApplicationFailure failure) {
        return failure.getMessage() + failure.getDetails().get(Object.class) + failure.getCause();
    }
}
