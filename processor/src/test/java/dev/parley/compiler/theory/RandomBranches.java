package dev.parley.compiler.theory;

import dev.parley.compiler.Protocols;
import dev.parley.compiler.Protocols.Block;
import dev.parley.compiler.Protocols.Line;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes up protocols of three roles with a parallel block of two branches, each a message or two, a choice, or a loop, and
 * with a message before and one behind. Small, as the number of interleavings is not.
 */
final class RandomBranches {

    private static final List<String> ROLES = List.of("P", "Q", "R");
    private static final List<String> LABELS = List.of("ask", "tell");

    private final Random random;

    private RandomBranches(long seed) {
        random = new Random(new SplittableRandom(seed).nextLong());
    }

    /** Returns the protocol of the given seed. */
    static ProtocolDeclaration protocol(long seed) {
        RandomBranches make = new RandomBranches(seed);
        Block both = Protocols.par("Both", make.branch("Left"), make.branch("Right"));
        return Protocols.protocol(Protocols.seq("Main", make.message(), Protocols.run(both), make.message()));
    }

    private Line branch(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> message();
            case 1 -> message().then(Protocols.seq(name, message()));
            case 2 -> choice(name, message());
            default -> choice(name, message().then(name));
        };
    }

    /** Returns a choice after whose first alternative something follows. */
    private Line choice(String name, Line following) {
        String chooser = pick(ROLES);
        String informed = random.nextBoolean()
                ? others(chooser)
                : pick(List.of(others(chooser).split(", ")));
        return Protocols.run(Protocols.choice(
                name,
                chooser,
                Protocols.msg(chooser, informed, "yes").then(Protocols.seq(name + "Yes", following)),
                Protocols.msg(chooser, informed, "no")));
    }

    private Line message() {
        String sender = pick(ROLES);
        return Protocols.msg(sender, pick(List.of(others(sender).split(", "))), pick(LABELS));
    }

    private static String others(String role) {
        List<String> others = new ArrayList<>(ROLES);
        others.remove(role);
        return String.join(", ", others);
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
