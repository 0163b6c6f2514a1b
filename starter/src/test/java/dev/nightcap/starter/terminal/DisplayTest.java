package dev.nightcap.starter.terminal;

import static dev.nightcap.starter.Samples.at;
import static dev.nightcap.starter.Samples.open;
import static dev.nightcap.starter.Samples.over;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.starter.Samples;
import dev.nightcap.workflows.capture.CaptureResult.PhaseRecord;
import dev.nightcap.workflows.capture.Phase;
import dev.nightcap.workflows.capture.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static final PhaseRecord PREPARED = over(Phase.PREPARE, 0, 1.8, "eastus2, agent ok, 3 of 10000 sessions");
    private static final PhaseRecord STARTED = over(Phase.START, 1.8, 7.9, "NetworkWatcher_eastus2");
    private static final PhaseRecord TAKEN = over(Phase.CAPTURING, 8, 68, "stopped by the time limit");
    private static final PhaseRecord READ =
            over(Phase.READ, 72, 72.3, "48,112 packets, sha256 " + "9ab4" + "0".repeat(58) + "77");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final PhaseLines lines = new PhaseLines(Paint.PLAIN);

    @Test
    void without_a_terminal_there_is_one_line_for_each_change_of_phase() {
        Display display = new PlainDisplay(err, lines);

        display.show(List.of(Samples.running(List.of(open(Phase.PREPARE, 0)))), at(1));
        display.show(List.of(Samples.running(List.of(PREPARED, STARTED, open(Phase.CAPTURING, 8)))), at(9));
        display.show(List.of(Samples.running(List.of(PREPARED, STARTED, open(Phase.CAPTURING, 8)))), at(10));
        display.show(List.of(Samples.ended(Samples.captured(List.of(PREPARED, STARTED, TAKEN, READ)))), at(73));

        assertThat(written()).isEqualTo("""
                  capture web-01-3fa9c01b                                    (Ctrl-C detaches)
                  ✓ prepare      eastus2, agent ok, 3 of 10000 sessions                   1.8s
                  ✓ start        NetworkWatcher_eastus2                                   6.1s
                  - capturing    until 2026-01-01T02:15:15Z   limit 1.0 GiB
                  ✓ capturing    stopped by the time limit                               60.0s
                  ✓ read         48,112 packets, sha256 9ab4…77                           0.3s
                """.indent(2).replaceAll("(?m)^ {2}(?= )", ""));
    }

    @Test
    void on_a_terminal_what_runs_is_redrawn_in_place() {
        Display display = new LiveDisplay(err, lines, 100);

        display.show(List.of(Samples.running(List.of(PREPARED, STARTED, open(Phase.CAPTURING, 8)))), at(46));
        int before = written().length();
        display.show(List.of(Samples.running(List.of(PREPARED, STARTED, open(Phase.CAPTURING, 8)))), at(47));

        assertThat(written().lines().toList().get(3))
                .isEqualTo("  ⠋ capturing    ███████████████░░░░░░░░░  38s / 60s   limit 1.0 GiB");
        assertThat(written().substring(before))
                .isEqualTo("\u001b[1A\u001b[2K  ⠙ capturing    ███████████████░░░░░░░░░  39s / 60s   limit 1.0 GiB\n");
    }

    @Test
    void a_terminal_that_is_narrow_never_wraps_what_is_redrawn() {
        Display display = new LiveDisplay(err, lines, 40);

        display.show(List.of(Samples.running(List.of(PREPARED, STARTED, open(Phase.CAPTURING, 8)))), at(46));

        assertThat(written().lines().toList().get(3).replace("\u001b[0m", "")).hasSize(39);
    }

    @Test
    void what_is_being_waited_for_is_said() {
        Sighting queued = looking(Samples.running(List.of(open(Phase.PREPARE, 0))), "10000 of 10000 sessions; waiting");

        assertThat(lines.now(queued, at(12)))
                .isEqualTo("prepare      10000 of 10000 sessions; waiting                        12.0s");
    }

    @Test
    void trouble_is_told_once_and_its_end_too() {
        Display display = new PlainDisplay(err, lines);
        Sighting fine = Samples.running(List.of(open(Phase.PREPARE, 0)));

        display.show(List.of(fine.inTrouble("no worker for 11 s")), at(11));
        display.show(List.of(fine.inTrouble("no worker for 12 s")), at(12));
        display.show(List.of(fine), at(13));

        assertThat(written().lines().skip(1)).containsExactly("  ! no worker for 11 s", "  - it goes on");
    }

    @Test
    void of_several_captures_each_line_begins_with_its_id() {
        Sighting one = Samples.running(List.of(PREPARED, open(Phase.START, 1.8)));
        Sighting two = new Sighting("db-01-00000000", "run-2", one.request(), one.progress(), null, null, null, false);

        new PlainDisplay(err, lines).show(List.of(one, two), at(3));

        assertThat(written()).contains("web-01-3fa9c01b  ✓ prepare").contains("db-01-00000000  ✓ prepare");
    }

    @Test
    void after_it_was_closed_nothing_is_drawn_over_the_last_word() {
        Display display = new LiveDisplay(err, lines, 100);
        display.close();

        display.show(List.of(Samples.running(List.of(PREPARED))), at(3));

        assertThat(written()).isEmpty();
    }

    @Test
    void the_verdict_stands_first_and_the_findings_below_it() {
        assertThat(new EndLines(Paint.PLAIN).of(Samples.captured(List.of())))
                .containsExactly(
                        "  VERDICT  37 of 412 connections to 10.2.0.4:1433 got no SYN-ACK",
                        "  WARN     retransmissions 6.1 %     tcp.analysis.retransmission",
                        "  OK       DNS 612/612 answered",
                        "  next     nightcap download web-01-3fa9c01b");
    }

    private static Sighting looking(Sighting capture, String sentence) {
        return new Sighting(
                capture.id(),
                capture.runId(),
                capture.request(),
                capture.progress(),
                Progress.of(sentence),
                null,
                null,
                false);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
