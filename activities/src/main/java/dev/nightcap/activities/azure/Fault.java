package dev.nightcap.activities.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpRequestException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.identity.CredentialUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/** What can go wrong with a call, in the four ways that lead to different ends. */
sealed interface Fault {
    /** Azure answered, and it was no success. */
    record Refused(AzureAnswer answer) implements Fault {}

    /** There is no knowing whether the request arrived. */
    record NoAnswer(String why) implements Fault {}

    /** No token could be had. */
    record NoCredential(String why) implements Fault {}

    /** A fault of ours. */
    record Bug(Throwable thrown) implements Fault {}

    /** Told from what was thrown: by our policy, by the blob client, or by the transport below both. */
    static Fault of(Throwable thrown) {
        Throwable cause = Exceptions.unwrap(thrown);
        for (int depth = 0; cause != null && depth < 10; cause = cause.getCause(), depth++) {
            if (cause instanceof Refusal refusal) {
                return new Refused(refusal.answer());
            }
            if (cause instanceof CredentialUnavailableException
                    || (cause instanceof ClientAuthenticationException && !isOfTransport(cause.getCause()))) {
                return new NoCredential(SafeText.of(cause.getMessage()));
            }
            if (cause instanceof HttpResponseException http && http.getResponse() != null) {
                return new Refused(answer(http));
            }
            if (isOfTransport(cause)) {
                return new NoAnswer(words(cause));
            }
        }
        return new Bug(thrown);
    }

    private static boolean isOfTransport(@Nullable Throwable cause) {
        return cause instanceof IOException
                || cause instanceof UncheckedIOException
                || cause instanceof TimeoutException
                || cause instanceof HttpRequestException
                || cause instanceof InterruptedException;
    }

    private static AzureAnswer answer(HttpResponseException http) {
        return AzureAnswer.of(
                http.getResponse().getStatusCode(),
                name -> http.getResponse().getHeaderValue(HttpHeaderName.fromString(name)),
                null);
    }

    private static String words(Throwable cause) {
        if (cause instanceof InterruptedException) {
            return "the worker is stopping";
        }
        String what = cause instanceof TimeoutException ? "no answer in time" : SafeText.of(cause.getMessage());
        return what.isEmpty() ? cause.getClass().getSimpleName() : what;
    }
}
