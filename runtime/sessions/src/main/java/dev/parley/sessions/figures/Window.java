package dev.parley.sessions.figures;

import java.time.Duration;
import java.time.Instant;

/**
 * What was done lately: since the turn before the last one, so that it shows between one and two intervals, and never nothing just after a turn.
 * Immutable.
 *
 * @param older where it begins
 * @param newer where the next one is to begin
 */
public record Window(Sample older, Sample newer) {

    /**
     * A tally at some moment.
     *
     * @param at when
     * @param tally what was done until then
     */
    public record Sample(Instant at, Tally tally) {}

    /** Returns a window that begins at a moment. */
    public static Window from(Instant at, Tally tally) {
        Sample first = new Sample(at, tally);
        return new Window(first, first);
    }

    /** Returns the next window: it begins at the last turn. */
    public Window turn(Instant at, Tally tally) {
        // Most sessions do nothing most of the time: what is equal is not kept twice.
        return new Window(newer, new Sample(at, tally.equals(newer.tally) ? newer.tally : tally));
    }

    /** Returns what was done in it until some moment. */
    public Performance until(Instant at, Tally tally) {
        return new Performance(tally, tally.since(older.tally), Duration.between(older.at, at));
    }
}
