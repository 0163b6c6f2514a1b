package dev.nightcap.starter.config;

/**
 * A way to tell people how captures ended, as the worker is to know it.
 *
 * @param name by which requests ask for it
 * @param type {@code webhook}
 * @param url where the secret address stands
 */
public record Channel(String name, String type, SecretSource url) {
    public static final String WEBHOOK = "webhook";
}
