package dev.parley.compiler.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.KnownProtocols;
import dev.parley.compiler.KnownProtocols.Known;
import dev.parley.compiler.Protocols;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.global.Elaborator;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.include.Inliner;
import dev.parley.compiler.projection.Move;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.projection.ReceiveValidity;
import dev.parley.compiler.projection.SendValidity;
import dev.parley.compiler.projection.SubsetProjection;
import dev.parley.compiler.projection.SubsetState;
import dev.parley.compiler.protocol.Binding;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.IncludeStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An included protocol means the same as if it stood there itself: each role's projection, and whether the whole can be
 * implemented, is as that of the two automata put together, which takes none of the code that brings texts together.
 */
class IncludedTest {

    private static final Label HOLE = new Label("hole");
    private static final long SEED = 19960229;
    private static final int PAIRS = 1_000;

    static List<Known> known() {
        return KnownProtocols.all();
    }

    @ParameterizedTest
    @MethodSource("known")
    void knownProtocolsBetweenTwoMessages(Known known) {
        ProtocolDeclaration inner = elsewhere(known.declaration());
        String one = inner.roles().get(0).name().value();
        String other = inner.roles().get(1).name().value();
        ProtocolDeclaration outer = Protocols.protocol(Protocols.seq(
                "Around",
                Protocols.msg(one, other, "before"),
                Protocols.msg(one, other, HOLE.value()),
                Protocols.msg(other, one, "after")));
        Map<String, String> players = new TreeMap<>();
        inner.roles()
                .forEach(role -> players.put(role.name().value(), role.name().value()));

        assertSame(withRoles(outer, inner.roles()), inner, players);
    }

    @Test
    void randomProtocolsInRandomPlaces() {
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < PAIRS; i++) {
            Random random = new Random(SEED + i);
            ProtocolDeclaration inner = elsewhere(RandomProtocols.protocol(SEED + i, 2 + i % 7));
            Optional<ProtocolDeclaration> outer = holed(RandomProtocols.protocol(SEED - i, 2 + i % 9), random);
            if (outer.isPresent() && outer.get().roles().size() >= inner.roles().size()) {
                if (assertSame(outer.get(), inner, players(inner, outer.get(), random))) {
                    accepted++;
                } else {
                    refused++;
                }
            }
        }
        System.out.println("Of " + (accepted + refused) + " random inclusions " + accepted + " can be implemented.");
        assertThat(accepted).isGreaterThan(PAIRS / 20);
        assertThat(refused).isGreaterThan(PAIRS / 20);
    }

    /** Returns whether both can be implemented. */
    private static boolean assertSame(
            ProtocolDeclaration outer, ProtocolDeclaration inner, Map<String, String> players) {
        String pair = Protocols.text(outer) + "with " + players + " in\n" + Protocols.text(inner);
        GlobalAutomaton spliced = Splicing.splice(automaton(outer), HOLE, automaton(inner), players);
        GlobalAutomaton included = automaton(including(outer, inner, players));
        boolean implementable = true;
        for (RoleName role : outer.roles().stream().map(RoleDeclaration::name).toList()) {
            Projection one = SubsetProjection.project(included, role).orElseThrow();
            Projection other = SubsetProjection.project(spliced, role).orElseThrow();
            assertSameMachine(one, other, pair);
            assertThat(isValid(one))
                    .as("whether %s can be played%n%s", role, pair)
                    .isEqualTo(isValid(other));
            implementable &= isValid(one);
        }
        return implementable;
    }

    private static boolean isValid(Projection projection) {
        return SendValidity.conflicts(projection).isEmpty()
                && ReceiveValidity.conflicts(projection).isEmpty();
    }

    private record Pair(int one, int other) {}

    /** Both are deterministic, so to walk them side by side is enough. */
    private static void assertSameMachine(Projection one, Projection other, String pair) {
        Deque<Pair> open = new ArrayDeque<>(List.of(new Pair(0, 0)));
        Set<Pair> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Pair next = open.remove();
            SubsetState here = one.states().get(next.one);
            SubsetState there = other.states().get(next.other);
            assertThat(here.moves().keySet())
                    .as("%s%n%s", one.role(), pair)
                    .isEqualTo(there.moves().keySet());
            assertThat(here.mayBeOver()).as("%s%n%s", one.role(), pair).isEqualTo(there.mayBeOver());
            for (Map.Entry<Move, Integer> move : here.moves().entrySet()) {
                Pair after = new Pair(
                        move.getValue(), Objects.requireNonNull(there.moves().get(move.getKey())));
                if (seen.add(after)) {
                    open.add(after);
                }
            }
        }
    }

    private static GlobalAutomaton automaton(ProtocolDeclaration declaration) {
        Result<GlobalAutomaton> result = Inliner.inline(declaration).then(Elaborator::elaborate);
        return result.value().orElseThrow();
    }

    /** Puts a protocol into another package, so that it can be told from others of its name. */
    private static ProtocolDeclaration elsewhere(ProtocolDeclaration protocol) {
        return new ProtocolDeclaration(
                "elsewhere",
                protocol.simpleNames(),
                protocol.roles(),
                protocol.main(),
                protocol.blocks(),
                protocol.edges(),
                protocol.origin());
    }

    private static ProtocolDeclaration withRoles(ProtocolDeclaration protocol, List<RoleDeclaration> roles) {
        return new ProtocolDeclaration(
                protocol.packageName(),
                protocol.simpleNames(),
                roles,
                protocol.main(),
                protocol.blocks(),
                protocol.edges(),
                protocol.origin());
    }

    private static Map<String, String> players(ProtocolDeclaration inner, ProtocolDeclaration outer, Random random) {
        List<String> names = new ArrayList<>(
                outer.roles().stream().map(role -> role.name().value()).toList());
        Collections.shuffle(names, random);
        Map<String, String> players = new TreeMap<>();
        inner.roles().forEach(role -> players.put(role.name().value(), names.remove(0)));
        return players;
    }

    /**
     * Makes one message of a sequence the hole; nothing if there is none. Not the first one, as that may start an alternative:
     * who hears of a crash depends on what the alternatives start with.
     */
    private static Optional<ProtocolDeclaration> holed(ProtocolDeclaration protocol, Random random) {
        List<Step> candidates = new ArrayList<>();
        blocks(protocol).stream()
                .filter(block -> block.form() instanceof BlockForm.Sequence)
                .flatMap(block -> block.steps().stream().skip(1))
                .filter(MessageStep.class::isInstance)
                .forEach(candidates::add);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Step chosen = candidates.get(random.nextInt(candidates.size()));
        return Optional.of(changed(protocol, step -> step == chosen ? hole((MessageStep) step) : step));
    }

    private static Step hole(MessageStep step) {
        return new MessageStep(
                step.method(),
                HOLE,
                step.from(),
                step.to().subList(0, 1),
                List.of(),
                false,
                step.next(),
                step.labelOrigin(),
                step.origin());
    }

    private static ProtocolDeclaration including(
            ProtocolDeclaration outer, ProtocolDeclaration inner, Map<String, String> players) {
        Origin origin = Origin.of("include");
        List<Binding> bindings = players.entrySet().stream()
                .map(each -> new Binding(
                        new Reference(each.getKey(), origin), new Reference(each.getValue(), origin), origin))
                .toList();
        return changed(
                        outer,
                        step -> step instanceof MessageStep message
                                        && message.label().equals(HOLE)
                                ? new IncludeStep(
                                        step.method(),
                                        new Reference(inner.qualifiedName(), origin),
                                        bindings,
                                        step.next(),
                                        Marks.NONE,
                                        origin)
                                : step)
                .withOthers(List.of(inner));
    }

    private static ProtocolDeclaration changed(ProtocolDeclaration protocol, UnaryOperator<Step> change) {
        return protocol.withBlocks(
                changed(protocol.main(), change),
                protocol.blocks().stream().map(block -> changed(block, change)).toList());
    }

    private static BlockDeclaration changed(BlockDeclaration block, UnaryOperator<Step> change) {
        return block.withSteps(block.steps().stream().map(change).toList());
    }

    private static List<BlockDeclaration> blocks(ProtocolDeclaration protocol) {
        List<BlockDeclaration> blocks = new ArrayList<>(List.of(protocol.main()));
        blocks.addAll(protocol.blocks());
        return blocks;
    }
}
