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
 * Makes up protocols of two roles, M and X, and a family W, whose members may leave in blocks that are run for each of them, and be late with
 * messages that may be decided without them; once, or in rounds.
 */
final class RandomDepartures {

    private static final List<String> LABELS = List.of("ask", "tell", "more");

    private final Random random;
    private int blocks;

    private RandomDepartures(long seed) {
        random = new Random(new SplittableRandom(seed).nextLong());
    }

    /** Returns the protocol of the given seed. */
    static ProtocolDeclaration protocol(long seed) {
        RandomDepartures make = new RandomDepartures(seed);
        boolean rounds = make.random.nextInt(3) == 0;
        List<Line> lines = new ArrayList<>(List.of(Protocols.msg("M", "W, X", "begin")));
        int count = 2 + make.random.nextInt(4);
        for (int i = 0; i < count; i++) {
            lines.add(make.line());
        }
        if (rounds) {
            lines.add(Protocols.run("Rounds"));
        }
        Block steps = Protocols.seq("Steps", lines.toArray(Line[]::new));
        ProtocolDeclaration protocol = Protocols.protocol(
                rounds
                        ? Protocols.choice(
                                "Rounds",
                                "M",
                                Protocols.msg("M", "W, X", "go").then(steps),
                                Protocols.msg("M", "W, X", "stop").end())
                        : steps);
        for (int i = 1; i <= make.blocks; i++) {
            protocol = InstancesTest.forEach(protocol, "Turn" + i, "W");
        }
        return InstancesTest.family(protocol, "W");
    }

    private Line line() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> Protocols.msg(single(), "W", label());
            case 2 -> Protocols.msg("W", single(), label());
            case 3 ->
                Protocols.msg("W", random.nextInt(4) == 0 ? "M, X" : single(), label())
                        .quorum();
            case 4 -> Protocols.msg("M", "X", label());
            case 5 -> Protocols.msg("X", "M", label());
            default -> Protocols.run(turn("Turn" + ++blocks));
        };
    }

    /** Returns a block for each member in which it leaves in one of two cases, or where it does what it is told. */
    private Block turn(String name) {
        if (random.nextInt(4) == 0) {
            return Protocols.seq(name, Protocols.msg("W", single(), label()), Protocols.msg(single(), "W", label()));
        }
        String chooser = random.nextInt(2) == 0 ? "W" : single();
        String informed = chooser.equals("W") ? (random.nextInt(3) == 0 ? "M, X" : single()) : "W";
        String reply = chooser.equals("W") ? informed : chooser;
        Line stays = Protocols.msg(chooser, informed, "stay");
        Line leaves = Protocols.msg(chooser, informed, "leave");
        return Protocols.choice(
                name,
                chooser,
                random.nextBoolean() ? stays : stays.then(Protocols.seq(name + "Stay", answer(reply, false))),
                random.nextBoolean() ? leaves.end() : leaves.then(Protocols.seq(name + "Leave", answer(reply, true))));
    }

    private Line answer(String to, boolean last) {
        Line answer = Protocols.msg("W", to, random.nextBoolean() ? "well" : "bye");
        return last ? answer.end() : answer;
    }

    private String single() {
        return random.nextInt(3) == 0 ? "X" : "M";
    }

    private String label() {
        return LABELS.get(random.nextInt(LABELS.size()));
    }
}
