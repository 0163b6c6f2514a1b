package dev.nightcap.receiver.alerts;

import dev.nightcap.receiver.alerts.Reading.Candidate;
import dev.nightcap.receiver.alerts.Reading.Wish;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.SessionName;
import dev.nightcap.workflows.target.Target;
import dev.nightcap.workflows.target.VirtualMachine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The payload of seven fields that a person's script sends. All are required, as ever; the three that name the watcher
 * are accepted and not used, because the one watcher of the target's region is looked up. {@code packetCaptureName}
 * becomes the first part of the session's name, so that it conflicts with nobody's.
 */
final class SevenFields implements Adapter {
    private static final String SCHEMA = "seed";
    private static final String TARGET = "targetVM";
    private static final List<String> TEXTS = List.of(
            "subscriptionId", "networkWatcherResourceGroup", "networkWatcherName", "packetCaptureName", "storageID");
    private static final List<String> TELLING = List.of(
            "networkWatcherResourceGroup", "networkWatcherName", "packetCaptureName", "storageID", "timeLimit", TARGET);

    @Override
    public boolean recognises(Place root) {
        return !root.has("schemaId")
                && (root.has(TARGET) || TELLING.stream().filter(root::has).count() >= 2);
    }

    @Override
    public Reading read(Place root) throws Malformed {
        requireAll(root);
        checkSubscription(root.get("subscriptionId"));
        String prefix = prefix(root.get("packetCaptureName"));
        Place storage = root.get("storageID");
        ResourceId account = storageAccount(storage);
        Duration duration = duration(root.get("timeLimit"));
        Place target = root.get(TARGET);
        checkVirtualMachine(target);
        return new NewsBuilder(SCHEMA)
                .target(target)
                .wish(new Wish(duration, new Candidate(storage.pointer(), storage.text()), account, prefix))
                .build();
    }

    private static void requireAll(Place root) throws Malformed {
        for (String name :
                List.of(TEXTS.get(0), TEXTS.get(1), TEXTS.get(2), TEXTS.get(3), TEXTS.get(4), "timeLimit", TARGET)) {
            if (!root.has(name)) {
                throw Malformed.missing(
                        SCHEMA,
                        root.get(name),
                        "send all of subscriptionId, networkWatcherResourceGroup, networkWatcherName,"
                                + " packetCaptureName, storageID, timeLimit and targetVM");
            }
        }
        for (String name : TEXTS) {
            if (root.get(name).words() == null || root.get(name).text() == null) {
                throw Malformed.invalid(
                        SCHEMA, root.get(name), name + " is not a text with something in it", "send a text");
            }
        }
    }

    private static void checkSubscription(Place place) throws Malformed {
        if (!ArmIds.isGuid(String.valueOf(place.text()))) {
            throw Malformed.invalid(
                    SCHEMA, place, "the subscription is not a GUID", "send a GUID, such as " + new UUID(0, 0));
        }
    }

    private static String prefix(Place place) throws Malformed {
        String name = String.valueOf(place.text());
        try {
            SessionName.checkPrefix(name);
            return name;
        } catch (IllegalArgumentException e) {
            throw Malformed.invalid(SCHEMA, place, String.valueOf(e.getMessage()), "send a shorter or plainer name");
        }
    }

    private static ResourceId storageAccount(Place place) throws Malformed {
        String fix = "send /subscriptions/GUID/resourceGroups/GROUP/providers/Microsoft.Storage/storageAccounts/NAME";
        try {
            ResourceId id = ResourceId.parse(String.valueOf(place.text()));
            if (id.type().equals("microsoft.storage/storageaccounts")) {
                return id;
            }
            throw Malformed.invalid(SCHEMA, place, "storageID is not the id of a storage account", fix);
        } catch (IllegalArgumentException e) {
            throw Malformed.invalid(SCHEMA, place, "storageID: " + e.getMessage(), fix);
        }
    }

    private static Duration duration(Place place) throws Malformed {
        String fix = "send whole seconds as a number from 1 to " + CaptureLimits.LONGEST.toSeconds();
        if (!place.node().isIntegralNumber()) {
            throw Malformed.invalid(SCHEMA, place, "timeLimit is not a whole number", fix);
        }
        if (!place.node().canConvertToInt()
                || place.node().intValue() < 1
                || place.node().intValue() > CaptureLimits.LONGEST.toSeconds()) {
            throw Malformed.invalid(SCHEMA, place, "timeLimit is outside of what a packet capture may take", fix);
        }
        return Duration.ofSeconds(place.node().intValue());
    }

    private static void checkVirtualMachine(Place place) throws Malformed {
        String fix = "send /subscriptions/GUID/resourceGroups/GROUP/providers/Microsoft.Compute/virtualMachines/NAME";
        ResourceId id;
        try {
            id = ResourceId.parse(String.valueOf(place.text()));
        } catch (IllegalArgumentException e) {
            throw new Malformed(SCHEMA, Words.INVALID_TARGET_ID, place.pointer(), String.valueOf(e.getMessage()), fix);
        }
        if (Target.of(id).filter(VirtualMachine.class::isInstance).isEmpty()) {
            throw Malformed.invalid(SCHEMA, place, "targetVM is not the id of a virtual machine", fix);
        }
    }
}
