package dev.parley.runtime.buffer;

/**
 * Numbered messages of three words and a reference, each of which repeats the number, so that a message put together from
 * two shows.
 */
final class Traffic {

    /** What {@link #take} returns for a message whose parts differ. */
    static final int TORN = -2;

    private static final int STRIDE = 3;
    private static final int REFERENCES = 1;

    /** Not final: a field that only the lane publishes. */
    private static final class Box {
        int number;

        Box(int number) {
            this.number = number;
        }
    }

    private Traffic() {}

    static LaneSpec fifo(WhenFull whenFull, int capacity, int maxCapacity) {
        return new LaneSpec(0, Mode.FIFO, whenFull, capacity, maxCapacity, STRIDE, REFERENCES);
    }

    static LaneSpec latest() {
        return new LaneSpec(0, Mode.LATEST_VALUE, WhenFull.DROP, 1, 1, STRIDE, REFERENCES);
    }

    /** Returns whether the lane took the message. */
    static boolean send(OutLane out, int number) {
        if (!out.claim()) {
            return false;
        }
        out.word(1, number);
        out.word(2, number);
        out.reference(0, new Box(number));
        out.publish(Words.FIRST_MESSAGE | number);
        return true;
    }

    /** Consumes the next message, and returns its number, {@link #TORN}, {@link InLane#EMPTY} or {@link InLane#CLOSED}. */
    static int take(InLane in) {
        long header = in.poll();
        if (header == InLane.EMPTY || header == InLane.CLOSED) {
            return (int) header;
        }
        int number = (int) header;
        boolean whole = header == (Words.FIRST_MESSAGE | number)
                && in.word(1) == number
                && in.word(2) == number
                && in.reference(0) instanceof Box box
                && box.number == number;
        in.advance();
        return whole ? number : TORN;
    }

    /** Like {@link #take}, but waits for a message. */
    static int await(InLane in, Waiter waiter) {
        int found = take(in);
        while (found == InLane.EMPTY) {
            waiter.pause();
            found = take(in);
        }
        waiter.resume();
        return found;
    }

    /** Receives that many messages, and returns how many of them were the one that was due. */
    static int awaitInOrder(InLane in, Waiter waiter, int messages) {
        int right = 0;
        for (int number = 1; number <= messages; number++) {
            if (await(in, waiter) == number) {
                right++;
            }
        }
        return right;
    }
}
