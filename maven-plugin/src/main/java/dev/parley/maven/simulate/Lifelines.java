package dev.parley.maven.simulate;

import dev.parley.compiler.machine.Communication;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.protocol.RoleName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws a run as a sequence diagram of plain characters, which every terminal and log can show. A message that is taken at
 * once is an arrow, {@code -->}; one that stays under way ends in a bracket, {@code --)}, and is said where it is taken.
 */
final class Lifelines {

    /** What an arrow needs besides its text: two dashes and a space on both sides, and its head. */
    private static final int ARROW = 7;

    private final List<RoleName> roles;
    private final int[] columns;

    private Lifelines(List<RoleName> roles, List<Communication> steps) {
        this.roles = roles;
        this.columns = columns(roles, steps);
    }

    /** Returns the lines of the diagram. */
    static List<String> draw(List<RoleName> players, List<Event> run) {
        List<RoleName> roles =
                players.stream().filter(player -> !player.isParty()).toList();
        List<Communication> steps = Communication.amongRoles(run);
        Lifelines lifelines = new Lifelines(roles, steps);
        return Stream.concat(Stream.of(lifelines.names()), steps.stream().map(lifelines::line))
                .toList();
    }

    /** Lays the lifelines so far apart that every name and every message has room. */
    private static int[] columns(List<RoleName> roles, List<Communication> steps) {
        int[] gaps = new int[roles.size()];
        for (int i = 0; i + 1 < roles.size(); i++) {
            gaps[i] = (roles.get(i).value().length() + roles.get(i + 1).value().length()) / 2 + 2;
        }
        for (Communication step : steps) {
            int from = roles.indexOf(step.from());
            int to = roles.indexOf(step.to());
            if (step.kind() == Communication.Kind.TAKEN) {
                gaps[to] = Math.max(gaps[to], taken(step).length() + 2);
            } else {
                int least = Math.min(from, to);
                int span = Math.abs(to - from);
                int each = (step.message().toString().length() + ARROW + span) / span;
                for (int i = least; i < least + span; i++) {
                    gaps[i] = Math.max(gaps[i], each);
                }
            }
        }
        int[] columns = new int[roles.size()];
        columns[0] = roles.get(0).value().length() / 2;
        for (int i = 1; i < columns.length; i++) {
            columns[i] = columns[i - 1] + gaps[i - 1];
        }
        return columns;
    }

    private String names() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.length; i++) {
            String name = roles.get(i).value();
            put(line, columns[i] - name.length() / 2, name);
        }
        return line.toString();
    }

    private String line(Communication step) {
        StringBuilder line = new StringBuilder();
        Arrays.stream(columns).forEach(column -> put(line, column, "|"));
        int from = columns[roles.indexOf(step.from())];
        int to = columns[roles.indexOf(step.to())];
        if (step.kind() == Communication.Kind.TAKEN) {
            put(line, to + 1, taken(step));
        } else {
            put(line, Math.min(from, to) + 1, arrow(step, from < to, Math.abs(to - from) - 1));
        }
        return line.toString();
    }

    private static String taken(Communication step) {
        return " takes " + step.message() + " of " + step.from();
    }

    private static String arrow(Communication step, boolean right, int length) {
        boolean passed = step.kind() == Communication.Kind.PASSED;
        String head = right ? (passed ? ">" : ")") : passed ? "<" : "(";
        String text = " " + step.message() + " ";
        int dashes = length - text.length() - 1;
        String body = "-".repeat(dashes / 2) + text + "-".repeat(dashes - dashes / 2);
        return right ? body + head : head + body;
    }

    /** Writes text into a line, over what is there. */
    private static void put(StringBuilder line, int column, String text) {
        while (line.length() < column + text.length()) {
            line.append(' ');
        }
        line.replace(column, column + text.length(), text);
    }
}
