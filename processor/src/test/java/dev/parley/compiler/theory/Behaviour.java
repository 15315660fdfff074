package dev.parley.compiler.theory;

import dev.parley.compiler.machine.Event;
import java.util.List;
import java.util.Optional;

/** Something that runs; equal where it will go on alike. */
interface Behaviour {

    /**
     * A step to another process.
     *
     * @param event what roles do in it; nothing if nobody can see it
     * @param next the process after it
     */
    record Step(Optional<Event> event, Behaviour next) {}

    /** Returns whether nothing need happen any more. */
    boolean isOver();

    /** Returns all that may happen next. */
    List<Step> steps();
}
