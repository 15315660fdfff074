package dev.parley.maven.simulate;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.diagnostic.Trace;
import dev.parley.compiler.diagram.Mermaid;
import dev.parley.compiler.machine.Communication;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.StateSpace;
import dev.parley.compiler.machine.Walk;
import dev.parley.compiler.machine.Walk.Ending;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A protocol tried out: all that its roles can do together, and some runs drawn at random. Equal protocols and settings
 * give equal simulations, on every machine and Java version.
 *
 * @param protocol the protocol's qualified name
 * @param roles its roles, in order, and their parties in parallel blocks
 * @param settings how it was tried
 * @param space all that can happen
 * @param walks the runs, at least one
 */
public record Simulation(String protocol, List<RoleName> roles, Settings settings, StateSpace space, List<Walk> walks) {

    /** Copies the lists. */
    public Simulation {
        roles = List.copyOf(roles);
        walks = List.copyOf(walks);
    }

    /**
     * How to try a protocol out.
     *
     * @param walks how many runs, at least 1
     * @param steps how many sends and receives a run may have, at least 1
     * @param seed decides which runs are drawn
     * @param bound how many messages may be under way from one role to another, at least 1
     * @param limit after how many configurations to give up the exploration, at least 1
     */
    public record Settings(int walks, int steps, long seed, int bound, int limit) {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if a number but the seed is less than 1; the message says which
         */
        public Settings {
            atLeast1("walks", walks);
            atLeast1("steps", steps);
            atLeast1("bound", bound);
            atLeast1("limit", limit);
        }

        private static void atLeast1(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " is " + value + ", and must be at least 1");
            }
        }
    }

    /** Tries a protocol out. */
    public static Simulation of(CompiledProtocol protocol, Settings settings, Progress.Factory progress) {
        List<StateMachine> machines = protocol.machines();
        return new Simulation(
                protocol.declaration().qualifiedName(),
                machines.stream().map(StateMachine::role).toList(),
                settings,
                explore(machines, settings, progress),
                walk(machines, settings, progress));
    }

    private static StateSpace explore(List<StateMachine> machines, Settings settings, Progress.Factory progress) {
        try (Progress bar = progress.start("exploring", settings.limit)) {
            return StateSpace.explore(machines, settings.bound, settings.limit, bar::reached);
        }
    }

    private static List<Walk> walk(List<StateMachine> machines, Settings settings, Progress.Factory progress) {
        Random random = new Random(settings.seed);
        List<Walk> walks = new ArrayList<>();
        try (Progress bar = progress.start("walking", settings.walks)) {
            for (int i = 1; i <= settings.walks; i++) {
                walks.add(Walk.random(machines, settings.bound, settings.steps, random));
                bar.reached(i);
            }
        }
        return walks;
    }

    /** Returns all that was found, and the first walk as a sequence diagram, as lines of text. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(protocol));
        lines.addAll(exploration());
        lines.addAll(statistics());
        lines.add("  the first walk" + (walks.get(0).ending() == Ending.CUT ? ", up to where it was cut:" : ":"));
        Lifelines.draw(roles, walks.get(0).events()).forEach(line -> lines.add("    " + line));
        return lines;
    }

    /** Returns the first walk as a sequence diagram in the language of Mermaid. */
    public String mermaid() {
        return Mermaid.run(roles, walks.get(0).events());
    }

    private List<String> exploration() {
        List<String> lines = new ArrayList<>();
        lines.add("  everything that can happen with at most " + settings.bound + " under way from one role to another"
                + (space.complete() ? ":" : ", as far as it was looked at:"));
        lines.add("    configurations  " + space.configurations() + (space.complete() ? "" : " and more"));
        lines.add("    transitions     " + space.transitions());
        lines.add("    loops           " + space.loops());
        lines.add("    ends            " + space.ends());
        for (StateSpace.Fill fill : space.fills()) {
            if (!fill.from().role().equals(fill.to().role())) {
                lines.add("    " + fill.from().role() + " -> " + fill.to().role() + branch(fill) + ": at most "
                        + fill.most() + " under way");
            }
        }
        if (space.complete()) {
            lines.add("    "
                    + (space.exact() ? "more room would change nothing" : "with more room more could be under way"));
            lines.add("    " + ends());
        }
        space.fault().ifPresent(fault -> {
            lines.add("    something goes wrong: " + fault.description());
            Trace.of(Communication.of(fault.trace())).lines().forEach(line -> lines.add("    " + line));
        });
        return lines;
    }

    private static String branch(StateSpace.Fill fill) {
        RoleName party = fill.from().isParty() ? fill.from() : fill.to();
        return party.isParty() ? ", in branch " + party.branch() + " of " + party.block() : "";
    }

    private String ends() {
        List<RoleName> able = space.alwaysAbleToEnd();
        if (able.size() == roles.size()) {
            return "every role can end, whatever has happened so far";
        }
        return roles.stream()
                .filter(role -> !able.contains(role))
                .map(role -> role.role().value())
                .distinct()
                .collect(Collectors.joining(", ", "cannot always end: ", ""));
    }

    private List<String> statistics() {
        LongSummaryStatistics steps =
                walks.stream().mapToLong(walk -> walk.events().size()).summaryStatistics();
        return List.of(
                "  " + walks.size() + " walk(s) of at most " + settings.steps + " steps, seed " + settings.seed + ":",
                "    " + count(Ending.OVER) + " came to the end, " + count(Ending.CUT) + " were cut, "
                        + count(Ending.STUCK) + " got stuck",
                String.format(
                        Locale.ROOT,
                        "    steps: %d to %d, %.1f on average",
                        steps.getMin(),
                        steps.getMax(),
                        steps.getAverage()));
    }

    private long count(Ending ending) {
        return walks.stream().filter(walk -> walk.ending() == ending).count();
    }
}
