package dev.nightcap.starter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.starter.Samples;
import dev.nightcap.workflows.capture.Outcome;
import dev.nightcap.workflows.capture.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
    @ParameterizedTest
    @CsvSource({
        "CAPTURED, EVIDENCE_VERIFIED, 0",
        "FAILED, AZURE_ERROR, 1",
        "FAILED, VM_NOT_RUNNING, 2",
        "FAILED, TARGET_NOT_FOUND, 3",
        "FAILED, NOT_PERMITTED, 4",
        "EMPTY, NO_PACKETS, 5",
        "DAMAGED, FILE_CUT_SHORT, 5",
        "MISSING, FILE_MISSING, 5",
        "UNVERIFIED, KEPT_ON_VM, 5",
        "CANCELLED, CANCELLED_BY_PERSON, 7"
    })
    void says_how_a_capture_ended(Outcome outcome, Reason reason, int code) {
        assertThat(ExitCode.of(Samples.ended(outcome, reason)).number()).isEqualTo(code);
    }

    @Test
    void is_the_highest_of_several() {
        assertThat(ExitCode.highest(List.of(ExitCode.UNPROVEN, ExitCode.DONE, ExitCode.REFUSED)))
                .isEqualTo(ExitCode.UNPROVEN);
        assertThat(ExitCode.highest(List.of())).isEqualTo(ExitCode.DONE);
    }
}
