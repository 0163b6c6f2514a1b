package dev.nightcap.activities.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** Stands before the credential: it goes to hosts of an Azure cloud by https, and to nobody else. */
final class CloudHostsPolicy implements HttpPipelinePolicy {
    private static final List<String> RESOURCE_MANAGERS =
            List.of("management.azure.com", "management.usgovcloudapi.net", "management.chinacloudapi.cn");
    private static final List<String> BLOB_SUFFIXES = List.of(
            ".blob.core.windows.net",
            ".blob.storage.azure.net",
            ".blob.core.usgovcloudapi.net",
            ".blob.core.chinacloudapi.cn");

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        URL url = context.getHttpRequest().getUrl();
        if (isAzure(url)) {
            return next.process();
        }
        return Mono.error(Problem.of(
                        Reason.NOT_ALLOWED,
                        "refused to send a credential to " + SafeText.of(url.getHost())
                                + ", which is no host of an Azure cloud",
                        "look for who names that host: the storage path, or a link in Azure's answer")
                .toFailure());
    }

    static boolean isAzure(URL url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        boolean known =
                RESOURCE_MANAGERS.contains(host) || BLOB_SUFFIXES.stream().anyMatch(host::endsWith);
        return known && "https".equals(url.getProtocol()) && (url.getPort() == -1 || url.getPort() == 443);
    }
}
