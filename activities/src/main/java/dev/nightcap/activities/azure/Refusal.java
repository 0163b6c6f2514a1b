package dev.nightcap.activities.azure;

/** An answer of status 400 and above. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient AzureAnswer answer;

    Refusal(AzureAnswer answer) {
        super(answer.described(), null, false, false);
        this.answer = answer;
    }

    public AzureAnswer answer() {
        return answer;
    }

    /** Whether what was asked for is not there. */
    public boolean isNotFound() {
        return answer.status() == 404;
    }
}
