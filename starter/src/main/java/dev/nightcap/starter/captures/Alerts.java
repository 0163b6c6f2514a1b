package dev.nightcap.starter.captures;

import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.workflows.alert.Alert;
import dev.nightcap.workflows.alert.AlertResponse;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.alert.DecisionPage;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Visibility;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.common.SearchAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Alerts and the decisions about them, as a client of Temporal hands them in and looks them up. */
public final class Alerts {
    /** So many of the newest alerts are looked through for one of Azure's ids, which are no column. */
    private static final int SEARCHED = 500;

    private static final String TYPE = AlertResponse.class.getSimpleName();

    private final Temporal temporal;
    private final FreshNamespace fresh;
    private final FirstEvent first;

    public Alerts(Temporal temporal, Columns columns) {
        this.temporal = temporal;
        this.fresh = new FreshNamespace(temporal, columns);
        this.first = new FirstEvent(temporal);
    }

    /**
     * Starts the response to an alert; returns only when Temporal has it.
     *
     * @return whether it had it already, from an earlier delivery
     */
    public boolean accept(AlertResponse.Order order) {
        Alert alert = order.alert();
        AlertResponse response = temporal.client()
                .newWorkflowStub(
                        AlertResponse.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(Alert.workflowId(alert.id()))
                                .setTaskQueue(NetworkCapture.TASK_QUEUE)
                                .setWorkflowIdReusePolicy(
                                        WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                                .setTypedSearchAttributes(columns(alert))
                                .setStaticSummary(DecisionPage.summary(alert))
                                .build());
        try {
            fresh.retrying(() -> WorkflowClient.start(response::respond, order));
            return false;
        } catch (WorkflowExecutionAlreadyStarted earlier) {
            return true;
        }
    }

    private static SearchAttributes columns(Alert alert) {
        SearchAttributes.Builder columns = SearchAttributes.newBuilder().set(Visibility.OUTCOME, "start");
        return Visibility.withRule(columns, alert.rule()).build();
    }

    /**
     * The decision about an alert as far as it is made.
     *
     * @param id ours
     */
    public Optional<Decision> decision(String id) {
        try {
            WorkflowStub stub = stub(Alert.workflowId(id));
            WorkflowExecutionDescription description = stub.describe();
            return Optional.of(decision(stub, description));
        } catch (WorkflowNotFoundException unknown) {
            return Optional.empty();
        }
    }

    /** Of one under way its worker knows the decision, if one runs. */
    private Decision decision(WorkflowStub stub, WorkflowExecutionMetadata run) {
        if (run.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
            return known(run);
        }
        try {
            return stub.query("decision", Decision.class);
        } catch (RuntimeException noWorker) {
            return known(run);
        }
    }

    /** Without any worker's help: of one that is complete the decision, of any other the alert. */
    private Decision known(WorkflowExecutionMetadata run) {
        return run.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED
                ? stub(run.getExecution().getWorkflowId()).getResult(Decision.class)
                : new Decision(asked(run.getExecution()).alert(), run.getStartTime(), List.of());
    }

    /**
     * The decision that somebody means.
     *
     * @param text our id, Azure's GUID, or Azure's ARM id of the alert
     * @throws Complaint if none of the newest {@value #SEARCHED} alerts is it
     */
    public Decision find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String ours = wanted.startsWith(Alert.PREFIX) ? wanted.substring(Alert.PREFIX.length()) : wanted;
        Optional<Decision> known = ours.matches("[0-9a-f]{16}") ? decision(ours) : Optional.empty();
        return known.or(() -> newest(new AlertFilter(null, null))
                        .limit(SEARCHED)
                        .filter(run -> isAzureId(asked(run.getExecution()).alert(), wanted))
                        .findFirst()
                        .map(run -> decision(stub(run.getExecution().getWorkflowId()), run)))
                .orElseThrow(() -> Complaint.notFound(
                        "no alert " + text + " is known to Temporal", "nightcap alert list shows those that are"));
    }

    /** Newest first; of those under way the alert alone. */
    public List<Decision> list(AlertFilter filter, int limit) {
        return newest(filter).limit(limit).map(this::known).toList();
    }

    /** Azure writes one alert's id as a GUID here and as an ARM id that ends in it there. */
    private static boolean isAzureId(Alert alert, String wanted) {
        String azureId = alert.azureId();
        if (azureId == null || wanted.isEmpty()) {
            return false;
        }
        String theirs = azureId.toLowerCase(Locale.ROOT);
        return theirs.equals(wanted) || theirs.endsWith("/" + wanted) || wanted.endsWith("/" + theirs);
    }

    private Stream<WorkflowExecutionMetadata> newest(AlertFilter filter) {
        try {
            return temporal.client().listExecutions(filter.query());
        } catch (StatusRuntimeException e) {
            throw e.getStatus().getCode() == Status.Code.UNIMPLEMENTED ? Listing.cannotList(e) : e;
        }
    }

    private AlertResponse.Order asked(WorkflowExecution run) {
        return first.input(run, AlertResponse.Order.class);
    }

    private WorkflowStub stub(String workflowId) {
        return temporal.client()
                .newUntypedWorkflowStub(
                        WorkflowTargetOptions.newBuilder()
                                .setWorkflowId(workflowId)
                                .build(),
                        Optional.of(TYPE));
    }
}
