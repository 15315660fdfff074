package dev.parley.compiler.theory;

import dev.parley.compiler.Protocols;
import dev.parley.compiler.Protocols.Block;
import dev.parley.compiler.Protocols.Line;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes up protocols of two to four roles: sequences, choices with one receiver or several, multicasts, blocks in
 * blocks, blocks used again, recursion in tail position, early ends, timeouts, and crashes. Whoever was just heard from is more likely to
 * speak next, and a chooser often tells everybody, for else hardly any would be implementable. Labels are few, so that
 * situations look alike. The same seed and size always give the same protocol.
 */
public final class RandomProtocols {

    private static final List<String> LABELS = List.of("ask", "tell", "more", "done");

    private final Random random;
    private List<String> roles;
    private final boolean branching;
    private List<Block> reusable = new ArrayList<>();
    private List<String> informed;
    private boolean inBranch;
    private int messagesLeft;
    private int blocks;

    private RandomProtocols(long seed, int size, boolean branching) {
        this.branching = branching;
        random = new Random(new SplittableRandom(seed).nextLong()); // neighbouring seeds alone are too much alike
        int fewer = branching ? 2 : 1; // each role is several then
        roles = List.of("P", "Q", "R", "S").subList(0, 2 + (random.nextInt(5) + 1) / 2 / fewer);
        informed = roles;
        messagesLeft = size;
    }

    /** Returns the protocol of the given seed, with about as many messages as the size says. */
    public static ProtocolDeclaration protocol(long seed, int size) {
        RandomProtocols make = new RandomProtocols(seed, size, false);
        return Protocols.protocol(make.block(List.of(), false));
    }

    /** Returns another one, which has parallel blocks among its sequences; their branches neither end nor crash. */
    public static ProtocolDeclaration withBranches(long seed, int size) {
        RandomProtocols make = new RandomProtocols(seed, size, true);
        return Protocols.protocol(Protocols.seq("Main", make.parallel(), Protocols.run(make.block(List.of(), false))));
    }

    private Line parallel() {
        List<Block> outer = reusable;
        reusable = new ArrayList<>();
        inBranch = true;
        List<String> known = informed;
        String name = "Both" + ++blocks;
        Line[] branches = new Line[2];
        for (int i = 0; i < branches.length; i++) {
            informed = known;
            branches[i] = random.nextInt(3) == 0 ? message() : Protocols.run(block(List.of(), true));
        }
        reusable = outer;
        inBranch = false;
        informed = roles;
        return Protocols.run(Protocols.par(name, branches));
    }

    /**
     * Makes a block.
     *
     * @param loops the blocks that may be gone back to from the end of this one
     * @param comesBack whether something follows the block, which must be reachable
     */
    private Block block(List<String> loops, boolean comesBack) {
        String name = "Block" + ++blocks;
        List<String> inner = new ArrayList<>(loops);
        inner.add(name);
        Block block = random.nextInt(5) < 3 ? choice(name, inner, comesBack) : sequence(name, inner, comesBack);
        if (loops.isEmpty() && comesBack) {
            reusable.add(block);
        }
        return block;
    }

    private Block choice(String name, List<String> loops, boolean comesBack) {
        String chooser = pick(informed);
        String usual = other(chooser);
        boolean tellsAll = random.nextInt(5) == 0;
        List<String> labels = new ArrayList<>(LABELS);
        Collections.shuffle(labels, random);
        List<Line> alternatives = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            String receiver = random.nextInt(4) == 0 ? other(chooser) : usual;
            Line message = tellsAll ? toAll(chooser, labels.get(i)) : to(chooser, receiver, labels.get(i));
            Line alternative = continued(message, loops, comesBack, i == 0);
            boolean named = random.nextInt(8) == 0;
            alternatives.add(named ? Protocols.run(Protocols.seq("Block" + ++blocks, alternative)) : alternative);
        }
        if (random.nextInt(6) == 0) {
            alternatives.set(count - 1, alternatives.get(count - 1).within("1h"));
        }
        if (!inBranch && random.nextInt(5) == 0) {
            alternatives.add(crash(chooser, comesBack));
        }
        return Protocols.choice(name, chooser, alternatives.toArray(Line[]::new));
    }

    /** What follows a crash does mostly without the role that has crashed. */
    private Line crash(String chooser, boolean comesBack) {
        Line crash = Protocols.crash(chooser, "lost");
        if (roles.size() < 3 || random.nextInt(3) == 0) {
            return !comesBack && random.nextBoolean() ? crash : crash.end();
        }
        List<String> all = roles;
        roles = all.stream().filter(role -> !role.equals(chooser)).toList();
        informed = roles;
        Line survived = crash.then(Protocols.seq("Block" + ++blocks, message().end()));
        roles = all;
        return survived;
    }

    private Block sequence(String name, List<String> loops, boolean comesBack) {
        List<Line> lines = new ArrayList<>();
        int before = random.nextInt(4);
        for (int i = 0; i < before; i++) {
            lines.add(middle());
        }
        lines.add(continued(message(), loops, comesBack, true));
        return Protocols.seq(name, lines.toArray(Line[]::new));
    }

    private Line middle() {
        if (branching && !inBranch && messagesLeft > 0 && random.nextInt(6) == 0) {
            return parallel();
        }
        if (messagesLeft > 0 && random.nextInt(4) == 0) {
            boolean again = !reusable.isEmpty() && random.nextBoolean();
            return Protocols.run(again ? reusable.get(random.nextInt(reusable.size())) : block(List.of(), true));
        }
        return message();
    }

    private Line message() {
        String sender = pick(random.nextInt(4) == 0 ? roles : informed);
        String label = pick(LABELS);
        return random.nextInt(8) == 0 ? toAll(sender, label) : to(sender, other(sender), label);
    }

    private Line to(String sender, String receiver, String label) {
        messagesLeft--;
        informed = List.of(sender, receiver);
        return Protocols.msg(sender, receiver, label);
    }

    private Line toAll(String sender, String label) {
        messagesLeft--;
        informed = roles;
        List<String> others = new ArrayList<>(roles);
        others.remove(sender);
        return Protocols.msg(sender, String.join(", ", others), label);
    }

    /** Lets something follow the last message of a block; the first way through a block comes back where one must. */
    private Line continued(Line message, List<String> loops, boolean comesBack, boolean first) {
        boolean mustComeBack = comesBack && first;
        if (messagesLeft > 0 && random.nextInt(5) < 3) {
            return message.then(block(loops, mustComeBack));
        }
        if (!mustComeBack && random.nextInt(3) == 0) {
            return message.then(pick(loops));
        }
        return !mustComeBack && !inBranch && random.nextInt(4) == 0 ? message.end() : message;
    }

    private String other(String role) {
        List<String> others = new ArrayList<>(roles);
        others.remove(role);
        return pick(others);
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
