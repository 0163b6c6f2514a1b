package dev.nightcap.activities.storage;

import dev.nightcap.activities.storage.BlobFiles.BlobLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Two looks at the files of one capture: have their uploads settled? */
record Upload(List<BlobLook> before, List<BlobLook> now) {
    /** An empty file may be one that is only just being written. */
    private static final Duration EMPTY_FOR = Duration.ofSeconds(10);

    boolean hasSettled(Instant at) {
        return !now.isEmpty()
                && sizes(before).equals(sizes(now))
                && now.stream()
                        .noneMatch(file -> file.bytes() == 0
                                && file.changed().plus(EMPTY_FOR).isAfter(at));
    }

    private static Object sizes(List<BlobLook> files) {
        return files.stream()
                .map((Function<BlobLook, Object>) file -> List.of(file.url(), file.bytes(), file.changed()))
                .collect(Collectors.toSet());
    }
}
