package dev.parley.compiler.theory;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.global.Position;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.CrashStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A protocol's global automaton, found by running the protocol with a stack of activations, one message at a time, by
 * the letter of the language's rules. Slow and plain; it takes only protocols whose recursion is guarded and in tail
 * position.
 */
final class ReferenceAutomaton {

    private final ProtocolDeclaration protocol;

    /** A block being run, and the place of the step it goes on with. */
    private record Activation(String block, int next) {}

    /** A multicast being sent, and the place of the receiver that is next. */
    private record Multicast(MessageStep step, Message message, int receiver) {}

    /** A point in a run: the blocks being run that have something left to do, the innermost last. */
    private record Point(List<Activation> stack, Optional<Multicast> multicast) {}

    private record Way(Interaction interaction, Point target, MessageStep step) {}

    private ReferenceAutomaton(ProtocolDeclaration protocol) {
        this.protocol = protocol;
    }

    static GlobalAutomaton of(ProtocolDeclaration protocol) {
        return new ReferenceAutomaton(protocol).build();
    }

    private GlobalAutomaton build() {
        Map<Point, Integer> numbers = new LinkedHashMap<>();
        List<Point> points = new ArrayList<>();
        Point start = new Point(List.of(new Activation(protocol.main().name(), 0)), Optional.empty());
        numbers.put(start, 0);
        points.add(start);
        List<GlobalState> states = new ArrayList<>();
        for (int number = 0; number < points.size(); number++) {
            List<GlobalTransition> transitions = new ArrayList<>();
            for (Way way : ways(points.get(number))) {
                if (numbers.putIfAbsent(way.target, points.size()) == null) {
                    points.add(way.target);
                }
                int target = numbers.getOrDefault(way.target, -1);
                transitions.add(new GlobalTransition(way.interaction, target, way.step));
            }
            states.add(new GlobalState(number, new Position("", false, Optional.empty(), false), transitions));
        }
        return new GlobalAutomaton(
                protocol.roles().stream().map(RoleDeclaration::name).toList(), states);
    }

    private List<Way> ways(Point point) {
        return point.multicast
                .map(multicast -> List.of(send(multicast.step, multicast.message, multicast.receiver, point.stack)))
                .orElseGet(() -> ways(point.stack));
    }

    private List<Way> ways(List<Activation> stack) {
        if (stack.isEmpty()) {
            return List.of();
        }
        Activation top = stack.get(stack.size() - 1);
        List<Activation> outer = stack.subList(0, stack.size() - 1);
        BlockDeclaration block = protocol.block(top.block).orElseThrow();
        if (block.choiceAt().isPresent()) {
            return block.steps().stream()
                    .flatMap(step -> step instanceof CrashStep crash
                            ? Stream.of(crash(crash, block, outer))
                            : ways(step, outer).stream())
                    .toList();
        }
        return ways(block.steps().get(top.next), push(outer, new Activation(top.block, top.next + 1)));
    }

    private List<Way> ways(Step step, List<Activation> rest) {
        return step instanceof MessageStep message
                ? List.of(send(message, message.message(), 0, rest))
                : ways(follow(step.next(), rest));
    }

    /** A crash is told to all who hear first of the other alternatives. */
    private Way crash(CrashStep crash, BlockDeclaration block, List<Activation> rest) {
        Map<String, Reference> receivers = new LinkedHashMap<>();
        block.steps().stream()
                .filter(step -> !(step instanceof CrashStep))
                .flatMap(step -> ways(step, rest).stream())
                .filter(way -> !way.interaction.message().crash())
                .flatMap(way -> way.step.to().stream())
                .forEach(to -> receivers.putIfAbsent(to.name(), to));
        MessageStep told = new MessageStep(
                crash.method(),
                new Label(crash.method()),
                crash.role(),
                List.copyOf(receivers.values()),
                List.of(),
                false,
                crash.next(),
                crash.origin(),
                crash.origin());
        return send(told, Message.crash(told.label()), 0, rest);
    }

    private Way send(MessageStep step, Message message, int receiver, List<Activation> rest) {
        Interaction interaction =
                new Interaction(step.from().role(), step.to().get(receiver).role(), message);
        Point target = receiver + 1 < step.to().size()
                ? new Point(rest, Optional.of(new Multicast(step, message, receiver + 1)))
                : new Point(follow(step.next(), rest), Optional.empty());
        return new Way(interaction, target, step);
    }

    private List<Activation> follow(Continuation next, List<Activation> rest) {
        if (next instanceof Continuation.End) {
            return List.of();
        }
        return next instanceof Continuation.Block entered
                ? push(rest, new Activation(entered.block().name(), 0))
                : rest;
    }

    /** An activation that has nothing left to do is dropped, so that recursion in tail position does not pile up. */
    private List<Activation> push(List<Activation> stack, Activation activation) {
        BlockDeclaration block = protocol.block(activation.block).orElseThrow();
        if (activation.next == block.steps().size()) {
            return stack;
        }
        List<Activation> pushed = new ArrayList<>(stack);
        pushed.add(activation);
        return List.copyOf(pushed);
    }
}
