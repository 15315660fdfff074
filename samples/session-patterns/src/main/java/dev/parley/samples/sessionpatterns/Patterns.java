package dev.parley.samples.sessionpatterns;

import dev.parley.samples.sessionpatterns.creation.Meeting;
import dev.parley.samples.sessionpatterns.invitation.Appointment;
import dev.parley.samples.sessionpatterns.lifecycle.Writing;

/** Runs all patterns. */
public final class Patterns {

    private Patterns() {}

    /** Runs them. */
    public static void main(String[] args) {
        Meeting.show();
        Appointment.show();
        Writing.show();
    }
}
