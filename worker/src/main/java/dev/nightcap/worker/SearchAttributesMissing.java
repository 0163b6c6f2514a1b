package dev.nightcap.worker;

import java.util.List;

/** Temporal does not know our search attributes, and we may not add them. The text holds the commands that do. */
public final class SearchAttributesMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    SearchAttributesMissing(String namespace, List<String> names, String why) {
        super("namespace '" + namespace + "' lacks search attributes (" + why + "); add them by\n"
                + String.join(
                        "\n",
                        names.stream().map(name -> command(namespace, name)).toList()));
    }

    private static String command(String namespace, String name) {
        return "temporal operator search-attribute create --namespace " + namespace + " --name " + name
                + " --type Keyword";
    }
}
