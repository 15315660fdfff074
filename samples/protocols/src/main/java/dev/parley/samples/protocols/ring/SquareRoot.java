package dev.parley.samples.protocols.ring;

import dev.parley.runtime.SessionOptions;

/** Computes square roots by bisection along a {@link Ring}. */
public final class SquareRoot {

    private SquareRoot() {}

    /**
     * Computes a square root.
     *
     * @param options how the session is opened
     * @param square whose root, 0 or more, finite
     * @param precision how far off it may be, more than 0
     */
    public static double of(SessionOptions options, double square, double precision) {
        if (!(square >= 0 && square < Double.POSITIVE_INFINITY && precision > 0)) {
            throw new IllegalArgumentException("There is no root of " + square + " with a precision of " + precision);
        }
        double[] root = new double[1];
        RingSession.run(
                options,
                judge -> judge(judge, square),
                keeper -> root[0] = keep(keeper, Math.max(1, square), precision),
                SquareRoot::step);
        return root[0];
    }

    private static double keep(RingKeeper.Round start, double largest, double precision) {
        RingKeeper.Round round = start;
        double estimate = largest / 2;
        double step = largest / 4; // the root is no more than two steps away
        while (2 * step > precision && estimate + step != estimate) {
            RingKeeper.BeforeAdd.Received received = round.value(estimate, step).receive();
            if (received instanceof RingKeeper.Add add) {
                estimate = add.estimate();
                round = add;
            } else if (received instanceof RingKeeper.Subtract subtract) {
                estimate = subtract.estimate();
                round = subtract;
            }
            step /= 2;
        }
        round.enough();
        return estimate;
    }

    private static void judge(RingJudge.Round start, double square) {
        RingJudge.Round round = start;
        while (round.receive() instanceof RingJudge.Value value) {
            double estimate = value.estimate();
            round = estimate * estimate < square
                    ? value.add(estimate, value.step())
                    : value.subtract(estimate, value.step());
        }
    }

    private static void step(RingStepper.Start start) {
        RingStepper.Start.Received received = start.receive();
        while (!(received instanceof RingStepper.Enough)) {
            if (received instanceof RingStepper.Add add) {
                received = add.add(add.estimate() + add.step()).receive();
            } else if (received instanceof RingStepper.Subtract subtract) {
                received =
                        subtract.subtract(subtract.estimate() - subtract.step()).receive();
            }
        }
    }

    /**
     * Prints square roots.
     *
     * @param args numbers, or none for those from 1 to 5
     */
    public static void main(String[] args) {
        String[] squares = args.length > 0 ? args : new String[] {"1", "2", "3", "4", "5"};
        for (String square : squares) {
            System.out.println("√" + square + " = " + of(SessionOptions.defaults(), Double.parseDouble(square), 1e-12));
        }
    }
}
