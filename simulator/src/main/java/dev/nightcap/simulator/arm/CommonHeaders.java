package dev.nightcap.simulator.arm;

import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Dropped;
import dev.nightcap.simulator.web.Endpoint;
import dev.nightcap.simulator.web.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The headers that every answer of ARM carries, those of June 2025. */
final class CommonHeaders implements Endpoint {

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Endpoint inner;
    private final String tenant;
    private final Allowance allowance = new Allowance();

    CommonHeaders(String tenant, Endpoint inner) {
        this.tenant = tenant;
        this.inner = inner;
    }

    @Override
    public Answer answer(Call call) {
        Answer answer = inner.answer(call);
        Reply reply = answer.reply().withDefaults(headers(call));
        if (!reply.body().isEmpty()) {
            reply = reply.withDefaults(Map.of("Content-Type", "application/json; charset=utf-8"));
        }
        return answer instanceof Dropped ? new Dropped(reply) : reply;
    }

    private Map<String, String> headers(Call call) {
        String correlation = UUID.randomUUID().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-cache");
        headers.put("Pragma", "no-cache");
        headers.put("Expires", "-1");
        headers.put("x-ms-request-id", UUID.randomUUID().toString());
        headers.put("x-ms-correlation-request-id", correlation);
        headers.put("x-ms-arm-service-request-id", UUID.randomUUID().toString());
        headers.put("x-ms-routing-request-id", "EASTUS2:" + COMPACT.format(Instant.now()) + ":" + correlation);
        headers.put(
                "x-ms-operation-identifier",
                "tenantId=" + tenant + ",objectId=" + Ids.stable("simulator") + "/eastus2/" + UUID.randomUUID());
        headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Cache", "CONFIG_NOCACHE");
        headers.put("X-MSEdge-Ref", "Ref A: 0 Ref B: SIMULATOR Ref C: " + Instant.now());
        headers.putAll(allowance.spend(call));
        call.request()
                .header("x-ms-return-client-request-id")
                .filter("true"::equalsIgnoreCase)
                .flatMap(wanted -> call.request().header("x-ms-client-request-id"))
                .ifPresent(id -> headers.put("x-ms-client-request-id", id));
        return headers;
    }
}
