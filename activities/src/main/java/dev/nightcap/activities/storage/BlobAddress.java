package dev.nightcap.activities.storage;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A blob's address, or a prefix of several, as Azure writes it: {@code https://ACCOUNT.blob.SUFFIX/CONTAINER/PATH}. */
record BlobAddress(String endpoint, String account, String container, String path) {
    private static final Pattern FORM =
            Pattern.compile("(https://([a-z0-9]{3,24})\\.[A-Za-z0-9.-]+)/([a-z0-9$-]{1,63})/(.+)");

    /** @throws IllegalArgumentException if it has another form, or carries a query */
    static BlobAddress parse(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches() || url.contains("?") || url.contains("#")) {
            throw new IllegalArgumentException(
                    "a blob's address has the form https://ACCOUNT.blob.SUFFIX/CONTAINER/PATH"
                            + " and carries no query");
        }
        return new BlobAddress(parts.group(1), parts.group(2), parts.group(3), decoded(parts.group(4)));
    }

    private static String decoded(String path) {
        return path.contains("%") ? URI.create("x:/" + path).getPath().substring(1) : path;
    }

    BlobAddress at(String otherPath) {
        return new BlobAddress(endpoint, account, container, otherPath);
    }

    String url() {
        return endpoint + "/" + container + "/"
                + path.replace("%", "%25")
                        .replace(" ", "%20")
                        .replace("?", "%3F")
                        .replace("#", "%23");
    }
}
