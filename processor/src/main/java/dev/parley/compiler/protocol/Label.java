package dev.parley.compiler.protocol;

/**
 * What tells one message from another: the name of the method that declares it, unless its annotation says otherwise.
 *
 * @param value a Java identifier
 */
public record Label(String value) {

    @Override
    public String toString() {
        return value;
    }
}
