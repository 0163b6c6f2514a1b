package dev.nightcap.activities.watcher;

import com.azure.resourcemanager.network.fluent.models.PacketCaptureInner;
import com.azure.resourcemanager.network.models.PacketCaptureFilter;
import com.azure.resourcemanager.network.models.PacketCaptureMachineScope;
import com.azure.resourcemanager.network.models.PacketCaptureStorageLocation;
import com.azure.resourcemanager.network.models.PacketCaptureTargetType;
import com.azure.resourcemanager.network.models.PcProtocol;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.PacketFilter;
import dev.nightcap.workflows.capture.Sessions.StartOrder;
import dev.nightcap.workflows.target.ScaleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of the one PUT. Azure knows neither a location nor tags for it. */
final class SessionBody {
    private SessionBody() {}

    static PacketCaptureInner of(StartOrder order) {
        CaptureRequest request = order.request();
        CaptureLimits limits = request.limits();
        PacketCaptureInner body = new PacketCaptureInner()
                .withTarget(request.target().id().value())
                .withTimeLimitInSeconds((int) limits.duration().toSeconds())
                .withTotalBytesPerSession(limits.totalBytes())
                .withBytesToCapturePerPacket(limits.bytesPerPacket())
                .withFilters(request.filters().stream().map(SessionBody::filter).toList())
                .withStorageLocation(location(order));
        return request.target() instanceof ScaleSet set
                ? body.withTargetType(PacketCaptureTargetType.AZURE_VMSS)
                        .withScope(new PacketCaptureMachineScope()
                                .withInclude(set.instances())
                                .withExclude(List.of()))
                : body;
    }

    private static PacketCaptureStorageLocation location(StartOrder order) {
        PacketCaptureStorageLocation location = new PacketCaptureStorageLocation()
                .withFilePath(order.request().destination().filePath());
        return order.storageAccount() == null
                ? location
                : location.withStorageId(order.storageAccount().value());
    }

    private static PacketCaptureFilter filter(PacketFilter filter) {
        return new PacketCaptureFilter()
                .withProtocol(PcProtocol.fromString(filter.protocol()))
                .withLocalIpAddress(orNull(filter.localAddress()))
                .withLocalPort(orNull(filter.localPort()))
                .withRemoteIpAddress(orNull(filter.remoteAddress()))
                .withRemotePort(orNull(filter.remotePort()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
