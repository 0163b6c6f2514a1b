package dev.nightcap.activities.azure;

import dev.nightcap.workflows.capture.AzureError;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal of Azure means: by its status class first, and by its code only where there is evidence of the code.
 * Two codes of locks are worth a retry whatever the status, because reports of them differ in it.
 */
public final class AzureFaults {
    private static final Set<String> LOCKS =
            Set.of("AnotherOperationInProgress", "RetryableErrorDueToAnotherOperation");
    private static final Pattern ACTION = Pattern.compile("perform action '([\\w.*/-]{3,200})'");
    private static final Pattern SCOPE = Pattern.compile("over scope '([^']{1,500})'");
    private static final Pattern QUOTA = Pattern.compile("(?i)limit|quota");

    private AzureFaults() {}

    /** Whether the same call may succeed later, with nobody mending anything. */
    public static boolean isPassing(AzureAnswer answer) {
        int status = answer.status();
        return status >= 500 || status == 408 || status == 409 || status == 429 || isLock(answer);
    }

    /** Whether Azure asks us to slow down, or to let another operation go first: no fault, and not to be alarmed at. */
    public static boolean isThrottling(AzureAnswer answer) {
        return answer.status() == 429 || isLock(answer);
    }

    /**
     * Whether a limit on sessions may be meant. The code that Azure gives is not documented; a throttle of requests, which
     * has one, is none.
     */
    public static boolean isQuota(AzureAnswer answer) {
        int status = answer.status();
        String code = answer.code() == null ? "" : answer.code();
        return (status == 200 || status == 400 || status == 403 || status == 409 || status == 429)
                && QUOTA.matcher(code).find();
    }

    private static boolean isLock(AzureAnswer answer) {
        return answer.code() != null && LOCKS.contains(answer.code());
    }

    /** @param doing what was tried, to follow "could not", for example {@code start the session} */
    static Problem problem(String doing, AzureAnswer answer) {
        Reason reason = reason(answer);
        String sentence = switch (reason) {
            case NOT_PERMITTED -> "Azure does not let us " + doing + missing(answer);
            case REQUEST_INVALID -> "Azure takes the request to " + doing + " for malformed: " + answer.described();
            default -> "could not " + doing + ": Azure answered " + answer.described();
        };
        return new Problem(reason, sentence, next(reason, answer), answer.forSupport());
    }

    static Problem noAnswer(String doing, String why) {
        return new Problem(
                Reason.AZURE_ERROR,
                "could not " + doing + ": Azure gave no answer (" + why + ")",
                "see whether this machine reaches Azure, then ask again",
                new AzureError(null, null));
    }

    static Problem noCredential(String why) {
        return Problem.of(
                Reason.NOT_PERMITTED,
                "no credential for Azure could be had: " + why,
                "run az login, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or give the worker a"
                        + " managed identity");
    }

    static Problem bug(String doing, Throwable thrown) {
        return Problem.of(
                Reason.INTERNAL,
                "could not " + doing + ", by a fault of Nightcap's own: "
                        + thrown.getClass().getSimpleName(),
                "look at the worker's log, and report it");
    }

    private static Reason reason(AzureAnswer answer) {
        return switch (answer.status()) {
            case 401, 403 -> Reason.NOT_PERMITTED;
            case 404 -> notFound(answer.message().toLowerCase(Locale.ROOT));
            default -> isPassing(answer) ? Reason.AZURE_ERROR : Reason.REQUEST_INVALID;
        };
    }

    private static Reason notFound(String message) {
        if (message.contains("/packetcaptures/")) {
            return Reason.SESSION_GONE;
        }
        if (message.contains("networkwatchers")) {
            return Reason.WATCHER_MISSING;
        }
        return message.contains("storageaccounts") ? Reason.STORAGE_NOT_FOUND : Reason.TARGET_NOT_FOUND;
    }

    private static String missing(AzureAnswer answer) {
        Matcher action = ACTION.matcher(answer.message());
        if (!action.find()) {
            return ": " + answer.described();
        }
        Matcher scope = SCOPE.matcher(answer.message());
        return ": the action " + action.group(1) + " is missing" + (scope.find() ? " on " + scope.group(1) : "");
    }

    private static @Nullable String next(Reason reason, AzureAnswer answer) {
        if (reason != Reason.NOT_PERMITTED) {
            return reason == Reason.AZURE_ERROR ? "ask again later; a support ticket needs the correlation id" : null;
        }
        if (answer.status() == 401) {
            return "sign in again, or see to the worker's credential";
        }
        return ACTION.matcher(answer.message()).find()
                ? "give the worker's identity a role with that action, for example by az role assignment create"
                : "give the worker's identity the role that this takes, for example by az role assignment create";
    }
}
