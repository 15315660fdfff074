package dev.parley.benchmarks.duel;

/** Two contestants and a control, which take turns in the order A B C C B A, so that a drift of the machine hits all alike. */
final class Duel implements AutoCloseable {

    static final int BURST = 20_000;

    private final Contestant ours;
    private final Contestant control;
    private final Contestant peer;
    private final Arena arena;

    Duel(Contestant ours, Contestant control, Contestant peer) {
        this.ours = ours;
        this.control = control;
        this.peer = peer;
        this.arena = new Arena(ours);
    }

    /** Lets everyone run twice. */
    void round(Score score) {
        score.ours += arena.burst(ours, BURST);
        score.peer += arena.burst(peer, BURST);
        score.control += arena.burst(control, BURST);
        score.control += arena.burst(control, BURST);
        score.peer += arena.burst(peer, BURST);
        score.ours += arena.burst(ours, BURST);
        score.messages += 2L * BURST;
    }

    @Override
    public void close() {
        arena.close();
    }
}
