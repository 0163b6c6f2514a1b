package dev.nightcap.starter.captures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightcap.starter.Samples;
import dev.nightcap.starter.terminal.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureNamesTest {
    private static final String RUN = "01a1fe0f-6122-77c6-b048-f2700eb85dc0";

    @Test
    void a_capture_is_named_with_or_without_its_run() {
        assertThat(CaptureRef.parse("web-01-3fa9c01b")).isEqualTo(new CaptureRef("web-01-3fa9c01b", null));
        assertThat(CaptureRef.parse("web-01-3fa9c01b@" + RUN)).isEqualTo(new CaptureRef("web-01-3fa9c01b", RUN));
        assertThat(CaptureRef.parse("capture/web-01-3fa9c01b").workflowId()).isEqualTo("capture/web-01-3fa9c01b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "web 01", "web-01@run", "../x", "a'b"})
    void what_is_no_name_of_a_capture_is_refused(String text) {
        assertThatThrownBy(() -> CaptureRef.parse(text))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("no capture's id");
    }

    @Test
    void a_filter_becomes_one_query_in_which_no_text_can_end_its_literal() {
        assertThat(new CaptureFilter("o'brien", "failed", Samples.START, null, true).query())
                .isEqualTo(
                        "WorkflowType = 'NetworkCapture' AND NightcapTarget = 'o\\'brien' AND NightcapOutcome = 'failed'"
                                + " AND StartTime >= '2026-01-01T02:14:07Z' AND ExecutionStatus = 'Running'");
    }
}
