package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.Reply;
import java.util.HashMap;
import java.util.Map;

/** An error that ARM answers with. */
final class ArmError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final Map<String, String> headers;

    ArmError(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    ArmError(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = new HashMap<>(headers);
    }

    /** The network provider's own 404, recorded for packet captures. */
    static ArmError notFound(String id) {
        return new ArmError(404, "NotFound", "Resource " + id + " not found.");
    }

    /** ARM's 404 for a resource that it tracks itself. */
    static ArmError noResource(String type, String name, String group) {
        return new ArmError(
                404,
                "ResourceNotFound",
                "The Resource '" + type + "/" + name + "' under resource group '" + group
                        + "' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
    }

    static ArmError badRequest(String message) {
        return new ArmError(400, "InvalidRequestContent", message);
    }

    /** Recorded errors of the network provider have an empty {@code details}, errors of ARM itself have none. */
    Reply reply() {
        ObjectNode root = Json.object();
        ObjectNode error = root.putObject("error").put("code", code).put("message", getMessage());
        if (!code.equals("ResourceNotFound")) {
            error.putArray("details");
        }
        return new Reply(status, headers, Json.compact(root));
    }
}
