package dev.parley.maven.generate;

/** Says that something was asked for by a name that nothing has. The message is for the user. */
public final class UnknownNameException extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownNameException(String message) {
        super(message);
    }
}
