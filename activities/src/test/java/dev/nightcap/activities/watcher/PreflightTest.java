package dev.nightcap.activities.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.activities.Engine;
import dev.nightcap.activities.Orders;
import dev.nightcap.activities.SimulatedAzure;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.Sessions;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused before anything is started, and with which words. */
class PreflightTest {
    private final SimulatedAzure azure = SimulatedAzure.running();
    private Engine engine = engine(AllowedScope.anything());

    private Engine engine(AllowedScope allowed) {
        return new Engine(
                new WatcherSessions(azure.access(), allowed, WatcherSessions.SESSION_LIMIT, InstantSource.system()));
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Problem refused(Target target, Destination destination) {
        return Engine.problemOf(() -> engine.stub(Sessions.class)
                .prepareCapture(Orders.prepare(Orders.request(target, destination, Duration.ofSeconds(5)))));
    }

    private Problem refused(Target target) {
        return refused(target, Destination.account(azure.account("nightcapevidence")));
    }

    private Problem refused(String account) {
        return refused(azure.vm("web-01"), Destination.account(azure.account(account)));
    }

    @Test
    void names_a_vm_that_is_not_there() {
        Problem problem = refused(azure.vm("web-99"));
        assertThat(problem.reason()).isEqualTo(Reason.TARGET_NOT_FOUND);
        assertThat(problem.sentence()).contains("web-99", "night");
    }

    @Test
    void says_that_a_vm_is_deallocated_and_how_to_start_it() {
        Problem problem = refused(azure.vm("off-01"));
        assertThat(problem.reason()).isEqualTo(Reason.VM_NOT_RUNNING);
        assertThat(problem.sentence()).contains("off-01", "deallocated");
        assertThat(problem.next()).startsWith("az vm start --ids /subscriptions/");
    }

    @Test
    void says_how_to_install_the_agent() {
        Problem problem = refused(azure.vm("bare-01"));
        assertThat(problem.reason()).isEqualTo(Reason.AGENT_MISSING);
        assertThat(problem.next()).contains("az vm extension set", "bare-01", "NetworkWatcherAgentLinux");
    }

    @Test
    void refuses_a_node_of_aks() {
        Target node = Target.of(azure.id("MC_night_k8s_eastus2", "Microsoft.Compute/virtualMachines/aks-01"))
                .orElseThrow();
        assertThat(refused(node).reason()).isEqualTo(Reason.AKS_NODE);
    }

    @Test
    void names_both_regions_when_the_account_is_elsewhere() {
        Problem problem = refused("farawayevidence");
        assertThat(problem.reason()).isEqualTo(Reason.STORAGE_OTHER_REGION);
        assertThat(problem.sentence()).contains("westeurope", "eastus2");
    }

    @Test
    void refuses_a_premium_account() {
        assertThat(refused("premiumevidence").reason()).isEqualTo(Reason.STORAGE_PREMIUM);
    }

    @Test
    void names_an_account_that_is_not_there() {
        Problem problem = refused("nosuchevidence");
        assertThat(problem.reason()).isEqualTo(Reason.STORAGE_NOT_FOUND);
        assertThat(problem.sentence()).contains("nosuchevidence");
    }

    @Test
    void names_the_region_that_has_no_account() {
        Problem problem = refused(
                azure.vm("web-01"), Destination.byRegion(Map.of("westeurope", azure.account("farawayevidence"))));
        assertThat(problem.reason()).isEqualTo(Reason.STORAGE_NOT_CONFIGURED);
        assertThat(problem.sentence()).contains("eastus2", "westeurope");
    }

    @Test
    void takes_a_file_on_linux_in_azures_folder_only() {
        Problem problem = refused(azure.vm("web-01"), new Destination(null, Map.of(), "/tmp/x.cap"));
        assertThat(problem.reason()).isEqualTo(Reason.REQUEST_INVALID);
        assertThat(problem.sentence()).contains("/var/captures");
    }

    @Test
    void names_the_instance_that_a_scale_set_lacks() {
        Target none = Target.of(azure.id("night", "Microsoft.Compute/virtualMachineScaleSets/fleet/virtualMachines/7"))
                .orElseThrow();
        Problem problem = refused(none);
        assertThat(problem.reason()).isEqualTo(Reason.TARGET_NOT_FOUND);
        assertThat(problem.sentence()).contains("fleet", "7");
    }

    @Test
    void accepts_a_scale_set() {
        Target fleet = Target.of(azure.id("night", "Microsoft.Compute/virtualMachineScaleSets/fleet"))
                .orElseThrow();
        assertThat(engine.stub(Sessions.class)
                        .prepareCapture(Orders.prepare(Orders.request(fleet)))
                        .region())
                .isEqualTo("eastus2");
    }

    @Test
    void names_the_list_that_a_subscription_or_an_account_is_missing_from() {
        engine.close();
        engine = engine(new AllowedScope(Set.of("00000000-0000-4000-8000-000000000009"), Set.of(), Set.of()));
        assertThat(refused(azure.vm("web-01")).sentence()).contains("list of subscriptions");

        ResourceId other = azure.account("farawayevidence");
        engine.close();
        engine = engine(new AllowedScope(Set.of(), Set.of(other), Set.of()));
        Problem problem = refused(azure.vm("web-01"));
        assertThat(problem.reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(problem.sentence()).contains("nightcapevidence", "list of storage accounts");
    }
}
