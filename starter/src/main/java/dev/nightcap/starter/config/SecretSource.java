package dev.nightcap.starter.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a secret stands. The configuration names the place; the secret itself is read where it is used. */
public sealed interface SecretSource {
    /**
     * The secret, without white space around it.
     *
     * @param environment of the process
     * @throws IllegalArgumentException naming the place, if there is nothing
     */
    String read(Map<String, String> environment);

    /** A file that holds the secret and nothing else. */
    record InFile(Path file) implements SecretSource {
        @Override
        public String read(Map<String, String> environment) {
            try {
                return present(Files.readString(file).strip(), "the file " + file);
            } catch (IOException e) {
                throw new UncheckedIOException("the secret's file " + file + " cannot be read", e);
            }
        }
    }

    /** An environment variable. */
    record InEnvironment(String variable) implements SecretSource {
        @Override
        public String read(Map<String, String> environment) {
            return present(environment.getOrDefault(variable, "").strip(), "the variable " + variable);
        }
    }

    private static String present(String secret, String place) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException(place + " should hold a secret and is empty");
        }
        return secret;
    }
}
