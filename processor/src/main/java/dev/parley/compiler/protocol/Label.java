package dev.parley.compiler.protocol;

/**
 * What tells one message from another: the name of the method that declares it, unless its annotation says otherwise.
 *
 * @param value a Java identifier; for the messages between a role and its parties a word that is none
 */
public record Label(String value) {

    /** The message by which a role makes one of its parties begin: the role comes to a parallel block. */
    public static final Label FORK = new Label("(fork)");

    /** The message by which a party tells its role that the branch is over for it. */
    public static final Label JOIN = new Label("(join)");

    /** Returns whether the message is one between a role and its parties, which no user declares or sees. */
    public boolean isInternal() {
        return equals(FORK) || equals(JOIN);
    }

    @Override
    public String toString() {
        return value;
    }
}
