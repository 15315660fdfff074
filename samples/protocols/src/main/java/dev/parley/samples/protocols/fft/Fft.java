package dev.parley.samples.protocols.fft;

import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * Eight roles, each with an eighth of a signal's spectrum in the making, exchange what they have along a butterfly (J. Cooley, J. Tukey,
 * "An Algorithm for the Machine Calculation of Complex Fourier Series", 1965). Three stages take them from eight spectra of one role
 * each to one spectrum of all eight: in stage {@code s} a role works with the one whose number differs in bit {@code s}. It is the classic example of
 * role-parametric session types, such as N. Ng, N. Yoshida, "Pabble: Parameterised Scribble" (SOCA 2015).
 *
 * <p>Nobody changes an array once it was sent.
 */
@Protocol
public interface Fft {

    /** Holds part 0 of the result. */
    @Role
    interface W0 {}

    /** Holds part 1 of the result. */
    @Role
    interface W1 {}

    /** Holds part 2 of the result. */
    @Role
    interface W2 {}

    /** Holds part 3 of the result. */
    @Role
    interface W3 {}

    /** Holds part 4 of the result. */
    @Role
    interface W4 {}

    /** Holds part 5 of the result. */
    @Role
    interface W5 {}

    /** Holds part 6 of the result. */
    @Role
    interface W6 {}

    /** Holds part 7 of the result. */
    @Role
    interface W7 {}

    /** First the spectra of one role each become those of two. */
    First first();

    /** Then the spectra of two become those of four. */
    Second second();

    /** Last the spectra of four become that of eight. */
    Third third();

    /** Neighbours exchange. */
    interface First {

        /** The even part of 0 and 1. */
        @Message(from = W0.class, to = W1.class, label = "even")
        void even01(double[] re, double[] im);

        /** The odd part of 0 and 1. */
        @Message(from = W1.class, to = W0.class, label = "odd")
        void odd10(double[] re, double[] im);

        /** The even part of 2 and 3. */
        @Message(from = W2.class, to = W3.class, label = "even")
        void even23(double[] re, double[] im);

        /** The odd part of 2 and 3. */
        @Message(from = W3.class, to = W2.class, label = "odd")
        void odd32(double[] re, double[] im);

        /** The even part of 4 and 5. */
        @Message(from = W4.class, to = W5.class, label = "even")
        void even45(double[] re, double[] im);

        /** The odd part of 4 and 5. */
        @Message(from = W5.class, to = W4.class, label = "odd")
        void odd54(double[] re, double[] im);

        /** The even part of 6 and 7. */
        @Message(from = W6.class, to = W7.class, label = "even")
        void even67(double[] re, double[] im);

        /** The odd part of 6 and 7. */
        @Message(from = W7.class, to = W6.class, label = "odd")
        void odd76(double[] re, double[] im);
    }

    /** Roles two apart exchange. */
    interface Second {

        /** The even part of 0 and 2. */
        @Message(from = W0.class, to = W2.class, label = "even")
        void even02(double[] re, double[] im);

        /** The odd part of 0 and 2. */
        @Message(from = W2.class, to = W0.class, label = "odd")
        void odd20(double[] re, double[] im);

        /** The even part of 1 and 3. */
        @Message(from = W1.class, to = W3.class, label = "even")
        void even13(double[] re, double[] im);

        /** The odd part of 1 and 3. */
        @Message(from = W3.class, to = W1.class, label = "odd")
        void odd31(double[] re, double[] im);

        /** The even part of 4 and 6. */
        @Message(from = W4.class, to = W6.class, label = "even")
        void even46(double[] re, double[] im);

        /** The odd part of 4 and 6. */
        @Message(from = W6.class, to = W4.class, label = "odd")
        void odd64(double[] re, double[] im);

        /** The even part of 5 and 7. */
        @Message(from = W5.class, to = W7.class, label = "even")
        void even57(double[] re, double[] im);

        /** The odd part of 5 and 7. */
        @Message(from = W7.class, to = W5.class, label = "odd")
        void odd75(double[] re, double[] im);
    }

    /** Roles four apart exchange. */
    interface Third {

        /** The even part of 0 and 4. */
        @Message(from = W0.class, to = W4.class, label = "even")
        void even04(double[] re, double[] im);

        /** The odd part of 0 and 4. */
        @Message(from = W4.class, to = W0.class, label = "odd")
        void odd40(double[] re, double[] im);

        /** The even part of 1 and 5. */
        @Message(from = W1.class, to = W5.class, label = "even")
        void even15(double[] re, double[] im);

        /** The odd part of 1 and 5. */
        @Message(from = W5.class, to = W1.class, label = "odd")
        void odd51(double[] re, double[] im);

        /** The even part of 2 and 6. */
        @Message(from = W2.class, to = W6.class, label = "even")
        void even26(double[] re, double[] im);

        /** The odd part of 2 and 6. */
        @Message(from = W6.class, to = W2.class, label = "odd")
        void odd62(double[] re, double[] im);

        /** The even part of 3 and 7. */
        @Message(from = W3.class, to = W7.class, label = "even")
        void even37(double[] re, double[] im);

        /** The odd part of 3 and 7. */
        @Message(from = W7.class, to = W3.class, label = "odd")
        void odd73(double[] re, double[] im);
    }
}
