package dev.nightcap.activities;

import dev.nightcap.activities.azure.AzureAccess;
import dev.nightcap.activities.azure.AzureConnection;
import dev.nightcap.simulator.Simulator;
import dev.nightcap.simulator.SimulatorOptions;
import dev.nightcap.simulator.SimulatorState;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** One simulator for all tests of this module; it ends with the JVM. */
public final class SimulatedAzure {
    private static final SimulatedAzure ONE = new SimulatedAzure();

    private final Simulator simulator;
    private final AzureAccess access;

    private SimulatedAzure() {
        try {
            simulator = Simulator.start(SimulatorOptions.defaults()
                    .withLatency(Duration.ofMillis(300))
                    .withBlobDelay(Duration.ofMillis(500)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        access = AzureAccess.open(connection());
    }

    public static SimulatedAzure running() {
        return ONE;
    }

    public AzureConnection connection() {
        SimulatorState state = simulator.state();
        return new AzureConnection.Simulator(
                URI.create(state.arm()),
                URI.create(state.blob()),
                Path.of(state.ca()),
                state.accountKey(),
                state.tenant());
    }

    public AzureAccess access() {
        return access;
    }

    public Simulator simulator() {
        return simulator;
    }

    public ResourceId id(String group, String typeAndName) {
        return ResourceId.parse("/subscriptions/" + simulator.state().subscription() + "/resourceGroups/" + group
                + "/providers/" + typeAndName);
    }

    public Target vm(String name) {
        return Target.of(id("night", "Microsoft.Compute/virtualMachines/" + name))
                .orElseThrow();
    }

    public ResourceId account(String name) {
        return id("night", "Microsoft.Storage/storageAccounts/" + name);
    }
}
