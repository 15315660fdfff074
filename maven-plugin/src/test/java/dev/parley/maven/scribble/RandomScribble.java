package dev.parley.maven.scribble;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Makes up protocols of two or three roles in Scribble: sequences, choices inside choices and before other statements,
 * recursion that is left or gone back to from inside them, and protocols that are run with roles exchanged. A chooser tells
 * everybody, so that many are implementable.
 */
final class RandomScribble {

    private final Random random;
    private final List<String> roles;
    private final StringBuilder text = new StringBuilder();
    private int labels;
    private int variables;
    private int left = 12;

    private RandomScribble(long seed) {
        random = new Random(new SplittableRandom(seed).nextLong());
        roles = List.of("A", "B", "C").subList(0, 2 + random.nextInt(2));
    }

    /** Returns the protocol of a seed. */
    static String protocol(long seed) {
        RandomScribble make = new RandomScribble(seed);
        String parameters = make.roles.stream().map(role -> "role " + role).collect(Collectors.joining(", "));
        make.text.append("module Random;\nglobal protocol Random(" + parameters + ") {\n");
        make.statements(List.of(), make.roles.get(0), true);
        make.text.append("}\naux global protocol Part(" + parameters + ") {\n");
        make.roles.stream().skip(1).forEach(role -> make.message("A", role, "part"));
        make.text.append("}\n");
        return make.text.toString();
    }

    private void message(String from, String to, String label) {
        text.append(label + "() from " + from + " to " + to + ";\n");
    }

    /** Writes statements that start with a message of the role to all others, and may end by going back. */
    private void statements(List<String> loops, String first, boolean mustReturn) {
        String label = "m" + labels++;
        roles.stream().filter(role -> !role.equals(first)).forEach(role -> message(first, role, label));
        int more = random.nextInt(3);
        for (int i = 0; i < more && left-- > 0; i++) {
            statement(loops, first);
        }
        if (!mustReturn && !loops.isEmpty() && random.nextInt(3) == 0) {
            text.append("continue " + loops.get(random.nextInt(loops.size())) + ";\n");
        }
    }

    private void statement(List<String> loops, String first) {
        switch (random.nextInt(4)) {
            case 0 -> choice(loops, first);
            case 1 -> {
                String variable = "X" + variables++;
                List<String> more = new ArrayList<>(loops);
                more.add(variable);
                text.append("rec " + variable + " {\n");
                choice(more, first);
                text.append("}\n");
            }
            case 2 -> {
                List<String> players = new ArrayList<>(roles);
                java.util.Collections.rotate(players, random.nextInt(players.size()));
                text.append("do Part(" + String.join(", ", players) + ");\n");
            }
            default ->
                roles.stream()
                        .filter(role -> !role.equals(first))
                        .forEach(role -> message(first, role, "s" + labels++));
        }
    }

    private void choice(List<String> loops, String first) {
        text.append("choice at " + first + " {\n");
        statements(loops, first, true);
        int alternatives = 1 + random.nextInt(2);
        for (int i = 0; i < alternatives; i++) {
            text.append("} or {\n");
            statements(loops, first, false);
        }
        text.append("}\n");
    }
}
