package dev.nightcap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sends what was recorded and compares what comes back: status, headers that mean something, body, order. */
final class Replay {

    /** Their absence means something as well: a client's poller acts on it. */
    private static final Set<String> TELLING =
            Set.of("location", "azure-asyncoperation", "etag", "retry-after", "azure-asyncnotification");

    private final ArmClient arm;
    private final Map<String, String> deviations;
    private String operation = "";
    private String location = "";

    /**
     * Replays against one simulator.
     *
     * @param deviations header names, each with the reason why ours differs from the recording
     */
    Replay(ArmClient arm, Map<String, String> deviations) {
        this.arm = arm;
        this.deviations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.deviations.putAll(deviations);
    }

    /** Carries out one exchange; a poll goes on until the answer is the recorded one, as its timing is not ours. */
    void exchange(Recorded recorded, String requestBody) {
        boolean inProgress = recorded.wasRead() && recorded.body().asText().contains("InProgress");
        HttpResponse<String> response = inProgress ? once(recorded, requestBody) : patiently(recorded, requestBody);
        assertThat(response.statusCode())
                .as(recorded.method() + " " + recorded.path())
                .isEqualTo(recorded.status());
        headers(recorded, response);
        if (recorded.wasRead() && !inProgress) {
            assertThat(Shape.of(response.body())).as(recorded.path()).isEqualTo(Shape.of(recorded.body()));
        }
        operation = ArmClient.header(response, "Azure-AsyncOperation").isEmpty()
                ? operation
                : ArmClient.header(response, "Azure-AsyncOperation");
        location = ArmClient.header(response, "Location").isEmpty() ? location : ArmClient.header(response, "Location");
    }

    private HttpResponse<String> patiently(Recorded recorded, String requestBody) {
        return poll(recorded)
                ? ArmClient.until(
                        () -> once(recorded, requestBody),
                        response -> response.statusCode() == recorded.status()
                                && !response.body().contains("InProgress"))
                : once(recorded, requestBody);
    }

    private HttpResponse<String> once(Recorded recorded, String requestBody) {
        if (!poll(recorded)) {
            return arm.send(recorded.method(), recorded.path(), requestBody);
        }
        boolean result = recorded.path().contains("Location") || recorded.path().contains("/operationResults/");
        return arm.get(result ? location : operation);
    }

    private static boolean poll(Recorded recorded) {
        return recorded.path().startsWith("<") || recorded.path().contains("/operations/");
    }

    private void headers(Recorded recorded, HttpResponse<String> response) {
        if (recorded.headers().size() <= 1) {
            return;
        }
        Set<String> ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        ours.addAll(response.headers().map().keySet());
        Set<String> expected = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        expected.addAll(recorded.headers().keySet());
        expected.removeAll(deviations.keySet());
        assertThat(ours)
                .as("headers of " + recorded.method() + " " + recorded.path())
                .containsAll(expected);
        List<String> extra = TELLING.stream()
                .filter(ours::contains)
                .filter(name -> !recorded.headers().containsKey(name))
                .filter(name -> !deviations.containsKey(name))
                .toList();
        assertThat(extra)
                .as("headers that " + recorded.method() + " " + recorded.path() + " does not have")
                .isEmpty();
    }
}
