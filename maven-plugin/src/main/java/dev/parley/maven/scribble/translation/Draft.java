package dev.parley.maven.scribble.translation;

import dev.parley.compiler.protocol.TypeRef;
import dev.parley.maven.scribble.syntax.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block in the making: its name is a wish, and its messages are still called as in Scribble. */
final class Draft {

    final String wish;
    final Place place;
    final List<String> comments = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();

    @Nullable String choiceAt;

    Draft(String wish, Place place) {
        this.wish = wish;
        this.place = place;
        comments.addAll(place.comments());
    }

    /**
     * A message as in Scribble.
     *
     * @param label its label; empty for none
     * @param payload its values
     */
    record Signature(String label, List<Value> payload) {

        Signature {
            payload = List.copyOf(payload);
        }
    }

    /**
     * A value of a message.
     *
     * @param name what the parameter is to be called
     * @param type its type
     */
    record Value(String name, TypeRef type) {}

    /** A message with its roles. */
    record Sent(Signature signature, String from, List<String> to) {

        Sent {
            to = List.copyOf(to);
        }
    }

    /** A step in the making: a message, or a step to a block. */
    static final class Step {
        final Place place;
        final @Nullable Sent message;
        final List<String> comments = new ArrayList<>();

        @Nullable Draft next;

        Step(Place place, @Nullable Sent message, @Nullable Draft next) {
            this.place = place;
            this.message = message;
            this.next = next;
            if (message != null) {
                comments.addAll(place.comments());
            }
        }
    }
}
