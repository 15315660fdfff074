package dev.parley.maven.scribble.translation;

import dev.parley.maven.scribble.syntax.Body;
import dev.parley.maven.scribble.syntax.Interaction;
import dev.parley.maven.scribble.syntax.Interaction.Choice;
import dev.parley.maven.scribble.syntax.Interaction.Continue;
import dev.parley.maven.scribble.syntax.Interaction.Recursion;
import java.util.HashSet;
import java.util.Set;

/** Where control goes from statements. */
final class Jumps {

    private Jumps() {}

    /** Returns whether a {@code continue} in the statement goes back to a recursion that is not in it. */
    static boolean leave(Interaction interaction) {
        return leave(interaction, Set.of());
    }

    private static boolean leave(Interaction interaction, Set<String> inner) {
        if (interaction instanceof Continue jump) {
            return !inner.contains(jump.variable().text());
        } else if (interaction instanceof Choice choice) {
            return choice.alternatives().stream()
                    .flatMap(alternative -> alternative.interactions().stream())
                    .anyMatch(each -> leave(each, inner));
        } else if (interaction instanceof Recursion recursion) {
            Set<String> more = new HashSet<>(inner);
            more.add(recursion.variable().text());
            return recursion.body().interactions().stream().anyMatch(each -> leave(each, more));
        }
        return false;
    }

    /** Returns whether there is a way through the statement to the next one. */
    static boolean comeBack(Interaction interaction) {
        if (interaction instanceof Choice choice) {
            return choice.alternatives().stream().anyMatch(Jumps::comeBack);
        } else if (interaction instanceof Recursion recursion) {
            return comeBack(recursion.body());
        }
        return !(interaction instanceof Continue);
    }

    private static boolean comeBack(Body body) {
        return body.interactions().stream().allMatch(Jumps::comeBack);
    }
}
