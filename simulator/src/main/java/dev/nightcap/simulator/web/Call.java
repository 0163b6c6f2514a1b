package dev.nightcap.simulator.web;

import java.util.Map;

/**
 * A request whose route is known.
 *
 * @param operation the route's name, for example {@code packetCaptures.create}
 * @param values what stood in the route's places, as the client spelt it
 */
public record Call(WebRequest request, String operation, Map<String, String> values) {

    /**
     * What stood in the place of that name.
     *
     * @throws IllegalArgumentException if the route has no such place
     */
    public String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("route " + operation + " has no place {" + name + "}");
        }
        return value;
    }
}
