package dev.nightcap.activities.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.nightcap.workflows.capture.Announcements.Announcement;
import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureDocument;
import java.time.Instant;
import java.util.List;

/** The end of a capture as CloudEvents 1.0 writes events, in JSON. */
record CloudEvent(
        String specversion,
        String type,
        String source,
        String id,
        Instant time,
        String subject,
        String datacontenttype,
        Data data) {
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";
    static final String TYPE = "dev.nightcap.capture.ended";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    /** @param askers all who asked, first the one who started it */
    record Data(CaptureDocument capture, List<Asker> askers) {}

    /** The id is the announcement's key: receivers that have seen it need not look at it again. */
    static CloudEvent of(Announcement announcement, Instant now) {
        CaptureDocument capture = announcement.capture();
        return new CloudEvent(
                "1.0",
                TYPE,
                "/nightcap/" + capture.request().installation(),
                announcement.key(),
                now,
                capture.id(),
                "application/json",
                new Data(capture, announcement.askers()));
    }

    /** UTF-8. */
    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is made of plain values", e);
        }
    }
}
