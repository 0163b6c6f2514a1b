package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.WebRequest;
import java.util.regex.Pattern;

/**
 * The version that a client asked for. Any well-formed one is taken; what differs is what the recordings show: bodies
 * of 2020 are laid out with CRLF and two spaces and lack {@code scope} and {@code targetType}, those of 2025 are compact.
 */
record ApiVersion(String text) {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-[A-Za-z0-9.-]+)?");

    static ApiVersion of(WebRequest request) {
        String text = request.query("api-version")
                .orElseThrow(() -> new ArmError(
                        400,
                        "MissingApiVersionParameter",
                        "The api-version query parameter (?api-version=) is required for all requests."));
        if (!FORM.matcher(text).matches()) {
            throw new ArmError(
                    400,
                    "InvalidApiVersionParameter",
                    "The api-version '" + text + "' is invalid. Supported versions are dates such as '2025-03-01'.");
        }
        return new ApiVersion(text);
    }

    boolean knowsScaleSets() {
        return text.compareTo("2021") >= 0;
    }

    String render(JsonNode node) {
        return text.compareTo("2024") < 0 ? Json.wide(node) : Json.compact(node);
    }
}
