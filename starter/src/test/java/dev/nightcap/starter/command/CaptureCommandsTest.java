package dev.nightcap.starter.command;

import static dev.nightcap.starter.Samples.storage;
import static dev.nightcap.starter.Samples.vm;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.starter.LocalEngine;
import dev.nightcap.starter.Shell;
import dev.nightcap.starter.Shell.Ran;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureCommandsTest {
    private static final LocalEngine ENGINE = new LocalEngine();

    @TempDir
    static Path home;

    private static Shell shell;

    @BeforeAll
    static void atAKeyboard() {
        shell = new Shell(Map.of(
                "HOME", home.toString(),
                "USER", "alice",
                "TEMPORAL_ADDRESS", ENGINE.address(),
                "NIGHTCAP_STORAGE", storage("nightcapevidence")));
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void start_waits_and_tells_how_it_ended() {
        Ran ran = start("captured-01", "--duration", "1s", "-o", "json");

        JsonNode capture = ran.json();
        assertThat(ran.exit()).isZero();
        assertThat(names(capture))
                .containsExactly(
                        "schemaVersion",
                        "id",
                        "runId",
                        "target",
                        "kind",
                        "trigger",
                        "alertId",
                        "requestedBy",
                        "request",
                        "joined",
                        "outcome",
                        "reason",
                        "sentence",
                        "stopReason",
                        "sessionId",
                        "storagePath",
                        "evidence",
                        "sessionRemoved",
                        "phases",
                        "azure",
                        "verdict",
                        "next");
        assertThat(capture.at("/outcome").asText()).isEqualTo("captured");
        assertThat(capture.at("/requestedBy").asText()).isEqualTo("alice");
        assertThat(capture.at("/sessionRemoved").asBoolean()).isTrue();
        assertThat(names(capture.at("/evidence/0")))
                .containsExactly(
                        "url",
                        "instance",
                        "bytes",
                        "sha256",
                        "format",
                        "packets",
                        "firstPacket",
                        "lastPacket",
                        "truncated");
        assertThat(names(capture.at("/phases/0"))).containsExactly("name", "startedAt", "endedAt");
        assertThat(capture.at("/phases").findValuesAsText("name"))
                .containsExactly("prepare", "start", "capturing", "evidence", "read", "remove", "announce");
        assertThat(ran.err()).contains("✓ prepare", "✓ capturing", "✓ announce");
    }

    @Test
    void people_read_the_verdict_on_stdout() {
        Ran ran = start("captured-02", "--duration", "1s");

        assertThat(ran.out()).startsWith("  VERDICT  37 of 412 connections");
    }

    @Test
    void a_refused_target_gives_its_reason_and_exit_code() {
        ENGINE.ports()
                .refuse("off-01", Problem.of(Reason.VM_NOT_RUNNING, "off-01 is deallocated", "az vm start -n off-01"));
        ENGINE.ports().refuse("no-such", Problem.of(Reason.TARGET_NOT_FOUND, "there is no VM 'no-such'", "az vm list"));
        ENGINE.ports().refuse("locked", Problem.of(Reason.NOT_PERMITTED, "may not read", "az role assignment create"));

        Ran off = start("off-01", "-o", "json");

        assertThat(off.exit()).isEqualTo(2);
        assertThat(off.json().at("/sentence").asText()).isEqualTo("off-01 is deallocated");
        assertThat(off.json().at("/reason").asText()).isEqualTo("vm-not-running");
        assertThat(start("no-such").exit()).isEqualTo(3);
        assertThat(start("locked").exit()).isEqualTo(4);
    }

    @Test
    void several_targets_run_side_by_side_and_the_highest_code_counts() {
        ENGINE.ports().refuse("off-02", Problem.of(Reason.VM_NOT_RUNNING, "off-02 is deallocated", "az vm start"));

        Ran ran = shell.run("start", "vm", vm("pair-01"), vm("off-02"), "--duration", "1s", "-o", "json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().findValuesAsText("outcome")).containsExactly("captured", "failed");
    }

    @Test
    void no_wait_says_how_to_watch_and_watch_follows_to_the_end() {
        Ran started = start("watched-01", "--duration", "2s", "--no-wait", "-o", "json");
        String id = started.json().at("/id").asText();

        Ran watched = shell.run("watch", id, "-o", "jsonl");

        assertThat(started.exit()).isZero();
        assertThat(started.json().at("/outcome").isNull()).isTrue();
        assertThat(started.json().at("/next").asText()).isEqualTo("nightcap watch " + id);
        assertThat(watched.exit()).isZero();
        List<String> changes = watched.out().lines().toList();
        assertThat(changes).hasSizeGreaterThan(1);
        assertThat(changes.get(changes.size() - 1)).contains("\"outcome\":\"captured\"");
    }

    @Test
    void a_run_can_be_named() {
        JsonNode first = start("named-01", "--duration", "1s", "-o", "json").json();
        start("named-01", "--duration", "1s");

        Ran shown = shell.run(
                "show", first.at("/id").asText() + "@" + first.at("/runId").asText(), "-o", "json");

        assertThat(shown.json().at("/runId").asText())
                .isEqualTo(first.at("/runId").asText());
    }

    @Test
    void the_same_request_joins_and_another_is_told() {
        String id = begun("joined-01");

        Ran same = start("joined-01", "--duration", "60s", "--no-wait", "-o", "json");
        Ran other = start("joined-01", "--duration", "30s", "--no-wait", "-o", "json");
        Ran anyway = start("joined-01", "--duration", "30s", "--join", "--no-wait", "-o", "json");

        assertThat(same.json().at("/joined").asBoolean()).isTrue();
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.json().at("/error/code").asText()).isEqualTo("other-limits");
        assertThat(other.json().at("/error/sentence").asText()).contains("60 s", "alice");
        assertThat(anyway.json().at("/joined").asBoolean()).isTrue();
        assertThat(anyway.json().at("/request/durationSeconds").asInt()).isEqualTo(60);
        shell.run("cancel", id);
    }

    @Test
    void of_several_one_that_cannot_be_started_keeps_its_place_in_one_document() {
        String id = begun("several-01");

        Ran ran = shell.run(
                "start", "vm", vm("several-01"), vm("several-02"), "--duration", "1s", "--no-wait", "-o", "json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json()).hasSize(2);
        assertThat(ran.json().at("/0/error/code").asText()).isEqualTo("other-limits");
        assertThat(ran.json().at("/1/id").asText()).startsWith("several-02-");
        shell.run("cancel", id);
    }

    @Test
    void stop_ends_early_and_keeps_the_evidence() {
        String id = begun("stopped-01");

        Ran stop = shell.run("stop", id);
        Ran watched = shell.run("watch", id, "-o", "json");

        assertThat(stop.exit()).isZero();
        assertThat(watched.json().at("/stopReason").asText()).isEqualTo("request");
        assertThat(watched.json().at("/outcome").asText()).isEqualTo("captured");
        assertThat(shell.run("stop", id).out()).contains("has ended already");
    }

    @Test
    void cancel_keeps_nothing_and_has_its_own_exit_code() {
        String id = begun("cancelled-01");

        Ran cancel = shell.run("cancel", id);
        Ran watched = shell.run("watch", id, "-o", "json");

        assertThat(cancel.exit()).isZero();
        assertThat(watched.exit()).isEqualTo(7);
        assertThat(watched.json().at("/outcome").asText()).isEqualTo("cancelled");
        assertThat(watched.json().at("/evidence")).isEmpty();
    }

    @Test
    void waiting_long_enough_leaves_the_capture_running() {
        Ran ran = start("slow-01", "--duration", "60s", "--timeout", "2s", "-o", "json");
        String id = ran.json().at("/id").asText();

        assertThat(ran.exit()).isEqualTo(124);
        assertThat(ran.err()).contains("nightcap watch " + id);
        assertThat(shell.run("show", id, "-o", "json").json().at("/outcome").isNull())
                .isTrue();
        shell.run("cancel", id);
    }

    @Test
    void an_unknown_capture_is_not_found() {
        Ran ran = shell.run("show", "nothing-0000", "-o", "json");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.json().at("/error/sentence").asText()).contains("no capture nothing-0000");
        assertThat(shell.run("watch", "nothing-0000").exit()).isEqualTo(3);
        assertThat(shell.run("stop", "nothing-0000").exit()).isEqualTo(3);
    }

    @Test
    void a_wait_survives_a_worker_that_is_away() {
        ENGINE.stopWorker();
        CompletableFuture<Ran> waiting =
                CompletableFuture.supplyAsync(() -> start("away-01", "--duration", "1s", "-o", "json"));
        Ran shown = shownOnceStarted("away-01");
        ENGINE.startWorker();

        assertThat(shown.json().at("/outcome").isNull()).isTrue();
        assertThat(shown.json().at("/request/durationSeconds").asInt()).isEqualTo(1);
        assertThat(waiting.join().exit()).isZero();
    }

    /** Polls, each time by a whole command. */
    private static Ran shownOnceStarted(String name) {
        String id = shell.run("start", "vm", vm(name), "--dry-run", "-o", "json")
                .json()
                .at("/id")
                .asText();
        for (int i = 0; i < 100; i++) {
            Ran shown = shell.run("show", id, "-o", "json");
            if (shown.exit() == 0) {
                return shown;
            }
        }
        throw new AssertionError("the capture of " + name + " was never started");
    }

    private static String begun(String name) {
        return start(name, "--duration", "60s", "--no-wait", "-o", "json")
                .json()
                .at("/id")
                .asText();
    }

    private static Ran start(String name, String... options) {
        List<String> line = new ArrayList<>(List.of("start", "vm", vm(name)));
        line.addAll(List.of(options));
        return shell.run(line.toArray(String[]::new));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
