package dev.parley.sessions.random;

/** What a manager should be. */
final class ModelNode {
    final int number;
    boolean open;

    /** Until when others leave its sessions alone. */
    long lease = Long.MIN_VALUE;

    long renews;
    long cleans;

    ModelNode(int number) {
        this.number = number;
    }
}
