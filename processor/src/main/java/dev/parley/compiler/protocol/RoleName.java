package dev.parley.compiler.protocol;

/**
 * The name of a role.
 *
 * @param value the simple name of the type that declares it
 */
public record RoleName(String value) implements Comparable<RoleName> {

    @Override
    public int compareTo(RoleName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
