package dev.parley.maven.scribble.syntax;

import java.util.List;

/** What is sent. */
public sealed interface Message {

    /** Returns where it stands. */
    Place place();

    /**
     * A message written out.
     *
     * @param place where it stands
     * @param label its label; empty for none
     * @param payload its values
     */
    record Signature(Place place, String label, List<Payload> payload) implements Message {

        /** Copies the payload. */
        public Signature {
            payload = List.copyOf(payload);
        }
    }

    /**
     * A message known by name: one declared with {@code sig}, or a parameter.
     *
     * @param name its name
     */
    record Named(Name name) implements Message {
        @Override
        public Place place() {
            return name.place();
        }
    }
}
