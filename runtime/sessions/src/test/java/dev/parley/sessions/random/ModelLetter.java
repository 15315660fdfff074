package dev.parley.sessions.random;

/** What should become of a letter. */
final class ModelLetter {
    final long number;
    final int priority;
    final String payload;
    String result = "waits";

    ModelLetter(long number, int priority, String payload) {
        this.number = number;
        this.priority = priority;
        this.payload = payload;
    }
}
