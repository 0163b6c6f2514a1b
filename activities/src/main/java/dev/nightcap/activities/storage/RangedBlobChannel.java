package dev.nightcap.activities.storage;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobRequestConditions;
import dev.nightcap.activities.azure.AzureAccess;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One pass over a blob in ranges of 4 MiB, the next of which is on its way while the last is being read. A range that
 * fails in passing is asked for again; the entity tag holds all of them to one version. Not for several threads.
 */
public final class RangedBlobChannel implements ReadableByteChannel {
    private static final int RANGE = 4 << 20;
    private static final int TRIES = 3;

    /** Not the common pool: on two cores it has one thread, which the client itself then waits for in vain. */
    private final ExecutorService asking = Executors.newSingleThreadExecutor(RangedBlobChannel::thread);

    private final BlobClient blob;
    private final BlobRequestConditions sameVersion;
    private final long size;
    private long asked;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private CompletableFuture<ByteBuffer> ahead;
    private boolean open = true;

    RangedBlobChannel(BlobClient blob, long offset) {
        BlobProperties properties = blob.getProperties();
        this.blob = blob;
        this.sameVersion = new BlobRequestConditions().setIfMatch(properties.getETag());
        this.size = properties.getBlobSize();
        this.asked = offset;
        this.ahead = askNext();
    }

    /** Of the whole blob, in bytes. */
    public long size() {
        return size;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (!current.hasRemaining()) {
            current = arrived();
            if (!current.hasRemaining()) {
                return -1;
            }
            ahead = askNext();
        }
        int count = Math.min(target.remaining(), current.remaining());
        target.put(current.slice(current.position(), count));
        current.position(current.position() + count);
        return count;
    }

    private CompletableFuture<ByteBuffer> askNext() {
        long from = asked;
        if (from >= size) {
            return CompletableFuture.completedFuture(ByteBuffer.allocate(0));
        }
        long count = Math.min(RANGE, size - from);
        asked = from + count;
        return CompletableFuture.supplyAsync(() -> range(new BlobRange(from, count)), asking);
    }

    private ByteBuffer range(BlobRange range) {
        for (int tryNumber = 1; ; tryNumber++) {
            try {
                BlobDownloadContentResponse response = blob.downloadContentWithResponse(
                        null, sameVersion, range, false, AzureAccess.CALL, Context.NONE);
                return response.getValue().toByteBuffer();
            } catch (RuntimeException failure) {
                if (tryNumber == TRIES || isFinal(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isFinal(RuntimeException failure) {
        return failure instanceof HttpResponseException http
                && http.getResponse() != null
                && http.getResponse().getStatusCode() < 500
                && http.getResponse().getStatusCode() != 429;
    }

    private ByteBuffer arrived() throws IOException {
        try {
            return ahead.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the reading was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException("a range of the blob could not be read", e.getCause());
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        ahead.cancel(true);
        asking.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "blob-ahead");
        thread.setDaemon(true);
        return thread;
    }
}
