package dev.nightcap.worker;

import dev.nightcap.workflows.capture.Visibility;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure that Temporal knows the columns of {@link Visibility} before anything is started with them. */
public final class SearchAttributes {
    private static final Logger LOG = LoggerFactory.getLogger(SearchAttributes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final long CALL_SECONDS = 10;
    private static final Set<Status.Code> NOT_FOR_US =
            Set.of(Status.Code.UNIMPLEMENTED, Status.Code.PERMISSION_DENIED, Status.Code.UNAUTHENTICATED);

    private final OperatorServiceGrpc.OperatorServiceBlockingStub operator;
    private final String namespace;

    private SearchAttributes(WorkflowServiceStubs stubs, String namespace) {
        this.operator = OperatorServiceGrpc.newBlockingStub(stubs.getRawChannel());
        this.namespace = namespace;
    }

    /**
     * Adds what is missing, where the server lets us, and waits until it knows them. Where it does not even let us look,
     * they are added unseen (the in-process test server), or else, with a warning, taken to be there (Temporal Cloud).
     *
     * @throws SearchAttributesMissing with the commands that add them
     */
    public static void ensure(WorkflowServiceStubs stubs, String namespace) {
        SearchAttributes attributes = new SearchAttributes(stubs, namespace);
        try {
            List<String> missing = attributes.missing();
            if (!missing.isEmpty()) {
                attributes.add(missing);
                attributes.await(missing);
            }
        } catch (StatusRuntimeException e) {
            if (!isNotForUs(e)) {
                throw e;
            }
            attributes.addUnseen();
        }
    }

    private static boolean isNotForUs(StatusRuntimeException e) {
        return NOT_FOR_US.contains(e.getStatus().getCode());
    }

    private void addUnseen() {
        try {
            add(names());
        } catch (SearchAttributesMissing e) {
            LOG.warn("cannot look whether they are there: {}", e.getMessage());
        }
    }

    private static List<String> names() {
        return Visibility.KEYS.stream().map(SearchAttributeKey::getName).toList();
    }

    private List<String> missing() {
        Set<String> known = call().listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getCustomAttributesMap()
                .keySet();
        return names().stream().filter(name -> !known.contains(name)).toList();
    }

    private void add(List<String> missing) {
        AddSearchAttributesRequest.Builder request =
                AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
        missing.forEach(name -> request.putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        try {
            call().addSearchAttributes(request.build());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw new SearchAttributesMissing(
                        namespace, missing, e.getStatus().getCode().name());
            }
        }
    }

    private void await(List<String> added) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!missing().isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new SearchAttributesMissing(namespace, added, "the server took them, and does not list them");
            }
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SearchAttributesMissing(namespace, added, "interrupted while waiting for them");
            }
        }
    }

    private OperatorServiceGrpc.OperatorServiceBlockingStub call() {
        return operator.withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS);
    }
}
