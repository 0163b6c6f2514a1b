package dev.nightcap.activities.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.http.policy.ArmChallengeAuthenticationPolicy;
import com.azure.identity.DefaultAzureCredentialBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to one Azure: its transport, its credential and the pipeline that every call to Resource Manager takes. No
 * retries: one layer decides on those, and it is the engine.
 */
public final class AzureAccess {
    /** Of one call, connection and body included. Two of them in a row stay below the 30 s of an attempt. */
    public static final Duration CALL = Duration.ofSeconds(12);

    private static final String USER_AGENT = "nightcap";

    private final AzureConnection connection;
    private final HttpClient http;
    private final TokenCredential credential;
    private final URI arm;

    private AzureAccess(AzureConnection connection, HttpClient http, TokenCredential credential, URI arm) {
        this.connection = connection;
        this.http = http;
        this.credential = credential;
        this.arm = arm;
    }

    /** Opens nothing yet: a wrong credential shows with the first call. */
    public static AzureAccess open(AzureConnection connection) {
        java.net.http.HttpClient.Builder jdk = java.net.http.HttpClient.newBuilder();
        if (connection instanceof AzureConnection.Simulator simulator) {
            return new AzureAccess(
                    connection,
                    timed(jdk.sslContext(PrivateTrust.of(simulator.ca()))),
                    new FakeCredential(simulator.tenant(), InstantSource.system()),
                    simulator.arm());
        }
        HttpClient http = timed(jdk);
        return new AzureAccess(
                connection,
                http,
                new DefaultAzureCredentialBuilder().httpClient(http).build(),
                URI.create(AzureEnvironment.AZURE.getResourceManagerEndpoint()));
    }

    private static HttpClient timed(java.net.http.HttpClient.Builder jdk) {
        return new JdkHttpClientBuilder(jdk.version(java.net.http.HttpClient.Version.HTTP_1_1))
                .connectionTimeout(CALL.dividedBy(2))
                .responseTimeout(CALL)
                .readTimeout(CALL)
                .writeTimeout(CALL)
                .build();
    }

    public AzureConnection connection() {
        return connection;
    }

    public HttpClient http() {
        return http;
    }

    public TokenCredential credential() {
        return credential;
    }

    /** Base address of Resource Manager. */
    public URI arm() {
        return arm;
    }

    /** What stands before the credential in every pipeline. */
    public List<HttpPipelinePolicy> guards() {
        return connection instanceof AzureConnection.PublicCloud ? List.of(new CloudHostsPolicy()) : List.of();
    }

    /** The pipeline to Resource Manager. Answers of status 400 and above arrive as {@link Refusal}. */
    public HttpPipeline armPipeline() {
        List<HttpPipelinePolicy> policies = new ArrayList<>();
        policies.add(new RefusalPolicy());
        policies.add(new UserAgentPolicy(USER_AGENT));
        policies.addAll(guards());
        policies.add(new ArmChallengeAuthenticationPolicy(
                credential, AzureEnvironment.AZURE.getManagementEndpoint() + "/.default"));
        return new HttpPipelineBuilder()
                .httpClient(http)
                .policies(policies.toArray(HttpPipelinePolicy[]::new))
                .build();
    }
}
