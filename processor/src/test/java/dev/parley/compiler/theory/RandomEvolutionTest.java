package dev.parley.compiler.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.Protocols;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Exploration;
import dev.parley.compiler.machine.Exploration.Clean;
import dev.parley.compiler.machine.Exploration.Fault;
import dev.parley.compiler.machine.Exploration.Faulty;
import dev.parley.compiler.machine.Explorer;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.subtyping.Deployment;
import dev.parley.compiler.subtyping.Deployment.Broken;
import dev.parley.compiler.subtyping.Deployment.Evidence;
import dev.parley.compiler.subtyping.Deployment.Safe;
import dev.parley.compiler.subtyping.Evolution;
import dev.parley.compiler.subtyping.Evolution.RoleEvolution;
import dev.parley.compiler.subtyping.Subtyping;
import dev.parley.compiler.subtyping.Verdict;
import dev.parley.compiler.subtyping.Verdict.Holds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Subtyping looks at two machines of one role, exploration at all machines together; here they check each other, on
 * random protocols and slightly changed copies.
 */
class RandomEvolutionTest {

    private static final long SEED = 20211123;
    private static final int PAIRS = 300;
    private static final int DEPTH = 3;
    private static final int LARGE_ENOUGH = 4;
    private static final int MOST_CONFIGURATIONS = 100_000;

    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void subtypingAndExplorationAgree() {
        int pairs = 0;
        for (long seed = SEED; pairs < PAIRS; seed++) {
            ProtocolDeclaration before = RandomProtocols.protocol(seed, 3 + (int) (seed % 10));
            ProtocolDeclaration after = new Mutations(seed).mutate(before);
            Optional<List<StateMachine>> old = machines(before);
            Optional<List<StateMachine>> changed = machines(after);
            if (old.isPresent() && changed.isPresent() && !before.equals(after)) {
                pairs++;
                try {
                    check(old.get(), changed.get());
                } catch (AssertionError failure) {
                    throw new AssertionError(
                            "seed " + seed + "\n" + Protocols.text(before) + "\nand\n" + Protocols.text(after) + "\n"
                                    + failure.getMessage(),
                            failure);
                }
            }
        }
        System.out.println("Of the roles of " + pairs + " changed random protocols from seed " + SEED + ":");
        counts.forEach((verdict, count) -> System.out.println("  " + count + " " + verdict));

        // Agreement means something only if there is enough of each kind.
        assertThat(counts.get("broken")).isGreaterThan(PAIRS / 2);
        assertThat(counts.get("safe by " + Evidence.SUBTYPING)).isGreaterThan(PAIRS / 2);
        assertThat(counts.get("safe by " + Evidence.EXPLORATION)).isGreaterThan(PAIRS / 20);
        assertThat(counts.get("subtype that sends less")).isGreaterThan(PAIRS / 20);
        assertThat(counts.get("subtype that sends ahead")).isGreaterThan(2);
    }

    private static Optional<List<StateMachine>> machines(ProtocolDeclaration declaration) {
        Result<CompiledProtocol> result = ProtocolCompiler.compile(declaration);
        return result.hasErrors() ? Optional.empty() : result.value().map(CompiledProtocol::machines);
    }

    private void check(List<StateMachine> before, List<StateMachine> after) {
        boolean starves = !(explore(before) instanceof Clean) || !(explore(after) instanceof Clean);
        for (RoleEvolution each : Evolution.compare(before, after, LARGE_ENOUGH)) {
            check(each.newAmongOld(), machine(after, each.role()), before, starves);
            check(each.oldAmongNew(), machine(before, each.role()), after, starves);
        }
    }

    private void check(Deployment deployment, StateMachine candidate, List<StateMachine> others, boolean starves) {
        StateMachine original = machine(others, candidate.role());
        List<StateMachine> mixed = others.stream()
                .map(machine -> machine.equals(original) ? candidate : machine)
                .toList();
        subtypesAreSafe(candidate, original, mixed, starves);
        if (deployment instanceof Broken broken) {
            count("broken");
            isBroken(mixed, broken.fault());
        } else if (deployment instanceof Safe safe) {
            count("safe by " + safe.evidence());
            assertThat(explore(mixed))
                    .as("%s is safe among %s", candidate, mixed)
                    .matches(found -> found instanceof Clean || starves, "clean");
        } else {
            count("unknown");
        }
    }

    private void subtypesAreSafe(
            StateMachine candidate, StateMachine original, List<StateMachine> mixed, boolean starves) {
        Verdict synchronous = Subtyping.check(candidate, original, 0);
        if (synchronous instanceof Holds holds) {
            count(holds.sendsLess() ? "subtype that sends less" : "subtype");
            assertNothingAmiss(explore(mixed), holds, starves);
        } else if (Subtyping.check(candidate, original, DEPTH) instanceof Holds holds) {
            count("subtype that sends ahead");
            if (mixed.stream().allMatch(RandomEvolutionTest::waitsForOneAtATime)) {
                assertNothingAmiss(explore(mixed), holds, starves);
            }
        }
    }

    private static void assertNothingAmiss(Exploration found, Holds holds, boolean starves) {
        if (found instanceof Faulty faulty) {
            assertThat(holds.sendsLess() || starves).as("%s", faulty).isTrue();
            assertThat(faulty.fault()).isIn(Fault.LEFT_WAITING, Fault.ORPHAN_MESSAGE);
        }
    }

    /** The run can be played over channels without bound, and a search of another kind finds something wrong, too. */
    private static void isBroken(List<StateMachine> mixed, Faulty fault) {
        Optional<Run> run = Run.of(mixed).tryAfter(fault.trace());
        assertThat(run).as("%s", fault).isPresent();
        assertThat(run.orElseThrow().isOver()).as("%s", fault).isFalse();
        assertThat(explore(mixed)).as("%s", fault).isInstanceOf(Faulty.class);
    }

    private static Exploration explore(List<StateMachine> machines) {
        return Explorer.explore(machines, LARGE_ENOUGH, MOST_CONFIGURATIONS);
    }

    private static boolean waitsForOneAtATime(StateMachine machine) {
        return machine.states().stream()
                .allMatch(state -> state.transitions().stream()
                                .map(Transition::action)
                                .filter(Action.Receive.class::isInstance)
                                .map(Action::peer)
                                .distinct()
                                .count()
                        <= 1);
    }

    private static StateMachine machine(List<StateMachine> machines, RoleName role) {
        return machines.stream()
                .filter(machine -> machine.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private void count(String verdict) {
        counts.merge(verdict, 1, Integer::sum);
    }
}
