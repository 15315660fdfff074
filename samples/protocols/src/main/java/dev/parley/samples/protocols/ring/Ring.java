package dev.parley.samples.protocols.ring;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * A ring in which Judge chooses and the others follow: the choice reaches Keeper through Stepper only. It is the ring with choice of Z.
 * Cutner, N. Yoshida, M. Vassor, "Deadlock-Free Asynchronous Message Reordering in Rust with Multiparty Session Types" (PPoPP 2022), with
 * an end.
 */
@Protocol
public interface Ring {

    /** Keeps the estimate. */
    @Role
    interface Keeper {}

    /** Says which way it has to go. */
    @Role
    interface Judge {}

    /** Takes the step. */
    @Role
    interface Stepper {}

    /** First the estimates. */
    Round round();

    /** Keeper wants a better estimate, or has had enough. */
    @Choice(at = Keeper.class)
    interface Round {

        /** Keeper shows its estimate and how large the next step may be. */
        @Message(from = Keeper.class, to = Judge.class)
        Judgement value(double estimate, double step);

        /** Keeper is content. */
        @Message(
                from = Keeper.class,
                to = {Judge.class, Stepper.class})
        void enough();
    }

    /** Judge says which way. */
    @Choice(at = Judge.class)
    interface Judgement {

        /** The estimate is too small. */
        @Message(from = Judge.class, to = Stepper.class)
        Addition add(double estimate, double step);

        /** It is too large. */
        @Message(from = Judge.class, to = Stepper.class)
        Subtraction subtract(double estimate, double step);
    }

    /** A step up. */
    interface Addition {

        /** Stepper returns the larger estimate. */
        @Message(from = Stepper.class, to = Keeper.class)
        Round add(double estimate);
    }

    /** A step down. */
    interface Subtraction {

        /** Stepper returns the smaller estimate. */
        @Message(from = Stepper.class, to = Keeper.class)
        Round subtract(double estimate);
    }
}
