package dev.nightcap.activities.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.activities.Engine;
import dev.nightcap.activities.Orders;
import dev.nightcap.activities.SimulatedAzure;
import dev.nightcap.activities.azure.Attempts;
import dev.nightcap.workflows.capture.CaptureDocument;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.EvidenceStore;
import dev.nightcap.workflows.capture.EvidenceStore.CaptureRecord;
import dev.nightcap.workflows.capture.EvidenceStore.CollectOrder;
import dev.nightcap.workflows.capture.EvidenceStore.Collected;
import dev.nightcap.workflows.capture.EvidenceStore.StoredFile;
import dev.nightcap.workflows.capture.Outcome;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.target.Target;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The port's contract, on the real SDK and the real Azurite. */
class BlobEvidenceStoreTest {
    private final SimulatedAzure azure = SimulatedAzure.running();
    private final BlobFiles blobs = new BlobFiles(azure.access());
    private final Engine engine = new Engine(new BlobEvidenceStore(azure.access(), blobs, InstantSource.system()));
    private final EvidenceStore store = engine.stub(EvidenceStore.class);
    private final String folder =
            "https://nightcapevidence.blob.core.windows.net/network-watcher-logs/tests/" + UUID.randomUUID();

    @AfterEach
    void end() {
        engine.close();
    }

    private CollectOrder order(Target target, String path, Instant until) {
        return new CollectOrder(target, path, Instant.now(), until);
    }

    private Target fleet() {
        return Target.of(azure.id("night", "Microsoft.Compute/virtualMachineScaleSets/fleet"))
                .orElseThrow();
    }

    private void put(String url, int bytes) {
        blobs.write(url, new byte[bytes]);
    }

    @Test
    void waits_for_a_file_that_has_not_arrived() {
        assertThat(Engine.causeOf(() ->
                                store.collectEvidence(order(azure.vm("web-01"), folder + "/late.cap", Orders.soon())))
                        .getType())
                .isEqualTo(Attempts.NOT_YET);
    }

    @Test
    void answers_with_nothing_when_the_time_is_over() {
        Collected collected = store.collectEvidence(order(azure.vm("web-01"), folder + "/never.cap", Orders.past()));
        assertThat(collected).isEqualTo(new Collected(List.of(), 1));
    }

    @Test
    void finds_the_file_of_a_vm_by_its_path() {
        put(folder + "/one.cap", 123);
        put(folder + "/one.cap.other", 5);

        Collected collected = engine.untilDone(
                () -> store.collectEvidence(order(azure.vm("web-01"), folder + "/one.cap", Orders.soon())));

        assertThat(collected.files()).containsExactly(new StoredFile(folder + "/one.cap", "", 123));
    }

    @Test
    void waits_for_the_files_of_all_instances_and_tells_them_apart() {
        String prefix = folder + "/packetCapture_01_02_03_004";
        put(prefix + "/fleet_0.cap", 10);
        put(prefix + "/fleet_1.cap", 11);
        assertThat(Engine.causeOf(() -> store.collectEvidence(order(fleet(), prefix, Orders.soon())))
                        .getOriginalMessage())
                .isEqualTo("2 of 3 files are there");

        put(prefix + "/fleet_2.cap", 12);
        put(prefix + "/capture.json", 2);
        Collected collected = engine.untilDone(() -> store.collectEvidence(order(fleet(), prefix, Orders.soon())));

        assertThat(collected.expected()).isEqualTo(3);
        assertThat(collected.files()).extracting(StoredFile::instance).containsExactly("0", "1", "2");
    }

    @Test
    void deletes_files_and_is_content_when_they_are_gone() {
        put(folder + "/gone.cap", 1);
        List<StoredFile> files =
                List.of(new StoredFile(folder + "/gone.cap", "", 1), new StoredFile(folder + "/never.cap", "", 1));

        assertThat(store.discardEvidence(files)).isEmpty();
        assertThat(store.discardEvidence(files)).isEmpty();
        assertThat(blobs.look(folder + "/gone.cap")).isEmpty();
    }

    @Test
    void names_what_it_could_not_delete() {
        String foreign = "https://nightcapevidence.blob.core.windows.net/only-a-container";
        assertThat(store.discardEvidence(List.of(new StoredFile(foreign, "", 1))))
                .containsExactly(foreign);
    }

    @Test
    void leaves_the_record_beside_one_file_and_under_the_prefix_of_several() throws IOException {
        CaptureDocument document = document();

        store.recordCapture(new CaptureRecord(folder + "/one.cap", document));
        store.recordCapture(new CaptureRecord(folder + "/packetCapture_1", document));

        assertThat(text(folder + "/one.capture.json")).contains("\"web-01-1234\"", "\"captured\"", "\"PT2S\"");
        assertThat(text(folder + "/packetCapture_1/capture.json")).contains("\"web-01-1234\"");
    }

    @Test
    void reads_a_file_of_several_ranges_whole_and_from_an_offset() throws IOException {
        byte[] content = new byte[(9 << 20) + 17];
        new Random(7).nextBytes(content);
        blobs.write(folder + "/big.cap", content);

        assertThat(bytes(folder + "/big.cap", 0)).isEqualTo(content);
        assertThat(bytes(folder + "/big.cap", content.length - 3L)).hasSize(3);
        assertThat(bytes(folder + "/big.cap", content.length)).isEmpty();
    }

    private CaptureDocument document() {
        CaptureResult result = new CaptureResult(
                Outcome.CAPTURED,
                Reason.EVIDENCE_VERIFIED,
                "captured",
                null,
                null,
                folder + "/one.cap",
                List.of(),
                true,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                "");
        return new CaptureDocument("web-01-1234", "run", Orders.request(azure.vm("web-01")), result);
    }

    private String text(String url) throws IOException {
        return new String(bytes(url, 0), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String url, long offset) throws IOException {
        try (ReadableByteChannel channel = blobs.open(url, offset)) {
            ByteBuffer all = ByteBuffer.allocate(16 << 20);
            while (channel.read(all) >= 0) {
                assertThat(all.hasRemaining()).isTrue();
            }
            byte[] read = new byte[all.position()];
            all.flip().get(read);
            return read;
        }
    }
}
