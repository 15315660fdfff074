package dev.parley.compiler.global;

import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The blocks that are run for each member of a family, and who says for which members that is.
 *
 * <p>All roles that take part in such a block have to begin it for the same members. Where some may have left before, that is said by a
 * role that has seen all of them leave, and the others wait for its word. This adds no way to wait for ever: it has the others begin the block
 * behind that role, as they do in the automaton.
 */
public final class Turns {

    private final GlobalAutomaton global;

    /** For each block, by the names of its parties behind those of their roles, the steps that begin it. */
    private final Map<String, List<Fork>> forks = new LinkedHashMap<>();

    private record Fork(int state, GlobalTransition step) {

        RoleName player() {
            return step.interaction().from();
        }

        RoleName party() {
            return step.interaction().to();
        }
    }

    /**
     * A block of which nobody can say for whom it is run.
     *
     * @param block its name
     * @param family the family
     * @param begin the step that begins it
     * @param leaving a step with which a member may have left before, unseen by those who begin the block
     */
    public record Unled(String block, RoleName family, MessageStep begin, MessageStep leaving) {}

    private Turns(GlobalAutomaton global) {
        this.global = global;
        for (GlobalState state : global.states()) {
            for (GlobalTransition each : state.transitions()) {
                Interaction interaction = each.interaction();
                if (interaction.isFork() && global.families().isPlural(interaction.from(), interaction.to())) {
                    String block =
                            interaction.to().block() + "." + interaction.to().branch();
                    forks.computeIfAbsent(block, key -> new ArrayList<>()).add(new Fork(state.number(), each));
                }
            }
        }
    }

    /** Returns, for each party of those who begin a block together where members may have left before, that of the role which says for whom. */
    public static Map<RoleName, RoleName> leaders(GlobalAutomaton global) {
        Turns turns = new Turns(global);
        Map<RoleName, RoleName> leaders = new LinkedHashMap<>();
        for (List<Fork> block : turns.forks.values()) {
            if (turns.departures(block).isEmpty() || players(block).size() == 1) {
                continue;
            }
            turns.leader(block).ifPresent(leader -> block.forEach(fork -> leaders.put(fork.party(), leader.party())));
        }
        return leaders;
    }

    /** Returns the blocks of which nobody can say for whom they are run. */
    public static List<Unled> unled(GlobalAutomaton global) {
        Turns turns = new Turns(global);
        return turns.forks.values().stream()
                .flatMap(block -> turns.unled(block).stream())
                .toList();
    }

    private Optional<Unled> unled(List<Fork> block) {
        if (leader(block).isPresent()) {
            return Optional.empty();
        }
        Fork first = block.get(0);
        return departures(block).stream()
                .filter(departure ->
                        !witnesses(departure).contains(first.player().role()))
                .findFirst()
                .or(() -> departures(block).stream().findFirst())
                .map(departure -> new Unled(first.party().block(), family(block), first.step.step(), departure.step()));
    }

    private RoleName family(List<Fork> block) {
        return global.families().of(block.get(0).party()).orElseThrow();
    }

    /** Returns the first who begins the block and has seen all leave; whoever begins it with others does so outside parallel branches. */
    private Optional<Fork> leader(List<Fork> block) {
        Set<RoleName> players = players(block);
        boolean scattered = players.size() > 1
                && players.stream().anyMatch(RoleName::isParty)
                && !departures(block).isEmpty();
        return block.stream()
                .filter(fork -> !scattered)
                .filter(fork -> departures(block).stream()
                        .allMatch(departure ->
                                witnesses(departure).contains(fork.player().role())))
                .findFirst();
    }

    private static Set<RoleName> players(List<Fork> block) {
        return block.stream().map(Fork::player).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns who sees a member leave: those who send or receive the message, but for the family itself. Where several may decide without a message,
     * one may have done so and another not, so none of them knows.
     */
    private Set<RoleName> witnesses(GlobalTransition departure) {
        if (!departure.departure().orElseThrow().certain()
                && departure.step().to().size() > 1) {
            return Set.of();
        }
        RoleName family = departure.departure().orElseThrow().family();
        return Stream.concat(Stream.of(departure.step().from()), departure.step().to().stream())
                .map(reference -> reference.role())
                .filter(role -> !role.equals(family))
                .collect(Collectors.toSet());
    }

    /** Returns the steps with which members may leave before a run comes to the block. */
    private List<GlobalTransition> departures(List<Fork> block) {
        RoleName family = family(block);
        Set<Integer> begins = block.stream().map(Fork::state).collect(Collectors.toSet());
        return global.states().stream()
                .flatMap(state -> state.transitions().stream())
                .filter(step -> step.mayLose(family) && leadsTo(step.target(), begins))
                .toList();
    }

    private boolean leadsTo(int start, Set<Integer> goals) {
        Set<Integer> seen = new HashSet<>(Set.of(start));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            int state = open.remove();
            if (goals.contains(state)) {
                return true;
            }
            global.states().get(state).transitions().stream()
                    .map(GlobalTransition::target)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return false;
    }
}
