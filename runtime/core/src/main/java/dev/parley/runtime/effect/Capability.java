package dev.parley.runtime.effect;

import java.util.regex.Pattern;

/**
 * The right to do something, such as {@code session:create}. Immutable.
 *
 * @param name a namespace, a colon, and what may be done; letters, digits and {@code . _ -} on both sides
 */
public record Capability(String name) {

    private static final Pattern FORM = Pattern.compile("[\\w.-]+:[\\w.-]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Checks the form. */
    public Capability {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no capability. Write a namespace, a colon and a name, as in session:create.");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
