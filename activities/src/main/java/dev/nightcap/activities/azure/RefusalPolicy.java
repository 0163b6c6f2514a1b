package dev.nightcap.activities.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/**
 * Reads every answer of status 400 and above once, raw, whichever client asked. The SDK's own exceptions lose the body
 * of those that lack the {@code error} wrapper.
 */
final class RefusalPolicy implements HttpPipelinePolicy {
    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return next.process()
                .flatMap(response -> response.getStatusCode() < 400 ? Mono.just(response) : refused(response));
    }

    private static Mono<HttpResponse> refused(HttpResponse response) {
        return response.getBodyAsString()
                .defaultIfEmpty("")
                .flatMap(body -> Mono.error(new Refusal(AzureAnswer.of(
                        response.getStatusCode(),
                        name -> response.getHeaderValue(HttpHeaderName.fromString(name)),
                        body))));
    }
}
