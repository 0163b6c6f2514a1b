package dev.nightcap.worker;

import dev.nightcap.workflows.capture.Visibility;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sees to it that a namespace has the columns by which captures are found. */
public final class SearchAttributes {
    private SearchAttributes() {}

    /**
     * Adds those that are missing. Starting a workflow may still be refused for some seconds, until every part of the
     * server knows them.
     *
     * @throws IllegalStateException if they may not be added; the message holds the commands that do it
     */
    public static void ensure(WorkflowServiceStubs stubs, String namespace) {
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(stubs.getRawChannel())
                .validateAndBuildWithDefaults());
        List<String> missing = missing(operator, namespace);
        if (missing.isEmpty()) {
            return;
        }
        AddSearchAttributesRequest.Builder add =
                AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
        missing.forEach(name -> add.putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        try {
            operator.blockingStub().addSearchAttributes(add.build());
        } catch (StatusRuntimeException e) {
            boolean raced = e.getStatus().getCode() == Status.Code.ALREADY_EXISTS;
            if (!raced && !missing(operator, namespace).isEmpty()) {
                throw new IllegalStateException(
                        "the namespace " + namespace + " lacks search attributes and does not let us add them ("
                                + e.getStatus().getCode() + "); add them:\n" + commands(namespace, missing),
                        e);
            }
        }
    }

    /** The commands that add them, one a line. */
    static String commands(String namespace, List<String> names) {
        return names.stream()
                .map(name -> "  temporal operator search-attribute create --namespace " + namespace + " --name " + name
                        + " --type Keyword")
                .collect(Collectors.joining("\n"));
    }

    private static List<String> missing(OperatorServiceStubs operator, String namespace) {
        Set<String> present = present(operator, namespace);
        return Visibility.KEYS.stream()
                .map(SearchAttributeKey::getName)
                .filter(name -> !present.contains(name))
                .toList();
    }

    /** The in-process test server can add them and cannot list them. */
    private static Set<String> present(OperatorServiceStubs operator, String namespace) {
        ListSearchAttributesRequest list =
                ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build();
        try {
            return operator.blockingStub()
                    .listSearchAttributes(list)
                    .getCustomAttributesMap()
                    .keySet();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
                return Set.of();
            }
            throw e;
        }
    }
}
