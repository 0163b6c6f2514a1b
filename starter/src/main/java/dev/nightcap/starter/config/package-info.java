/** What the profile file and the environment say, read once into records. */
@NullMarked
package dev.nightcap.starter.config;

import org.jspecify.annotations.NullMarked;
