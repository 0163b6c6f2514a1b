package dev.nightcap.starter.command;

import dev.nightcap.starter.config.CaptureDefaults;
import dev.nightcap.starter.config.ConfigReader;
import dev.nightcap.starter.config.Durations;
import dev.nightcap.starter.config.Sizes;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.PacketFilter;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what a person typed, and the profile for what was not typed, to a request. Connects to nothing. */
final class RequestForm {
    private final CaptureOptions options;
    private final CaptureDefaults defaults;

    RequestForm(CaptureOptions options, CaptureDefaults defaults) {
        this.options = options;
        this.defaults = defaults;
    }

    /**
     * @throws IllegalArgumentException naming what is wrong
     * @throws Complaint naming what is missing
     */
    CaptureRequest request(Target target, String person) {
        return new CaptureRequest(
                target,
                limits(),
                filters(),
                destination(),
                Asker.person(person, options.reason),
                defaults.policy(),
                defaults.installation(),
                options.name == null ? CaptureRequest.DEFAULT_PREFIX : options.name);
    }

    /** A target by its ARM id, or by its name in the resource group. */
    Target target(String text, String kind, String type) {
        ResourceId id = text.startsWith("/") ? ResourceId.parse(text) : named(text, "Microsoft.Compute/" + type);
        Target target = Target.of(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "what is captured is a virtual machine or a scale set, not a " + id.type()));
        if (!target.kindName().equals(kind)) {
            throw Complaint.usage(
                    id.name() + " is a " + target.kindName() + ", not a " + kind,
                    "nightcap start " + target.kindName() + " " + id);
        }
        return target;
    }

    private ResourceId named(String name, String type) {
        String subscription =
                options.subscription == null ? defaults.subscription() : ConfigReader.guid(options.subscription);
        String group = options.resourceGroup == null ? defaults.resourceGroup() : options.resourceGroup;
        if (subscription == null || group == null) {
            throw Complaint.usage(
                    "'" + name + "' is a name, and " + (subscription == null ? "no subscription" : "no resource group")
                            + " is given to find it in",
                    subscription == null
                            ? "--subscription GUID, or subscription = \"GUID\" in the profile, or the full ARM id"
                            : "-g GROUP, or resource-group = \"GROUP\" in the profile, or the full ARM id");
        }
        return ResourceId.parse(
                "/subscriptions/" + subscription + "/resourceGroups/" + group + "/providers/" + type + "/" + name);
    }

    private CaptureLimits limits() {
        CaptureLimits otherwise = defaults.limits();
        return new CaptureLimits(
                options.duration == null ? otherwise.duration() : Durations.parse(options.duration),
                options.totalBytes == null ? otherwise.totalBytes() : Sizes.parse(options.totalBytes),
                options.bytesPerPacket == null ? otherwise.bytesPerPacket() : Sizes.parse(options.bytesPerPacket));
    }

    private List<PacketFilter> filters() {
        if (options.filters.isEmpty()) {
            return defaults.filters();
        }
        String all = String.join(" ", options.filters);
        if (all.startsWith("[")) {
            return AzFilters.parse(all);
        }
        List<PacketFilter> filters = new ArrayList<>();
        options.filters.forEach(text -> filters.add(PacketFilter.parse(text)));
        return filters;
    }

    private Destination destination() {
        @Nullable ResourceId account = account();
        boolean onVmOnly = account == null && options.filePath != null;
        if (account == null && !onVmOnly && defaults.storage().isEmpty()) {
            throw Complaint.usage(
                    "no storage account is given for the capture's file",
                    "--storage ACCOUNT (ARM id or name), or [storage] with an account for each region in the profile");
        }
        return new Destination(account, account == null && !onVmOnly ? defaults.storage() : Map.of(), options.filePath);
    }

    private @Nullable ResourceId account() {
        if (options.storage == null) {
            return null;
        }
        return options.storage.startsWith("/")
                ? ResourceId.parse(options.storage)
                : named(options.storage, "Microsoft.Storage/storageAccounts");
    }
}
