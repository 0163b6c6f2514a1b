package dev.nightcap.workflows.capture;

import org.jspecify.annotations.Nullable;

/**
 * What a look found while Azure is not done yet. Rides in the details of the benign failure that ends an attempt, where
 * {@code watch} reads it from the pending activity.
 *
 * @param sentence what is being waited for, for example {@code 3 of 4 files are there}
 * @param bytes taken so far, where Azure says it
 */
public record Progress(String sentence, @Nullable Long bytes) {
    public static Progress of(String sentence) {
        return new Progress(sentence, null);
    }
}
