package dev.parley.compiler.theory;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.CrashStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is left of a protocol to be run, with parallel blocks as they are meant: what is in different branches is in no order,
 * and nobody is split. The order of all else is that of each role alone, as in message sequence charts: something may
 * happen as soon as nothing is left before it that the one who does it takes part in. It knows no more of projection than of
 * parties, so it is a judge of both.
 *
 * <p>Choices are resolved in advance, each in all ways, and it is left open which way it was. So a role may do what it does
 * in any run that agrees with what has happened so far. There are never many messages waiting so that the number of processes
 * is finite; whoever has to look further ahead to see that something may happen does not see it.
 */
record Interleaving(ProtocolDeclaration protocol, List<Item> items) implements Behaviour {

    private static final int LOOKAHEAD = 8;

    /** Something that is left to do. */
    private sealed interface Item {}

    /** A message that nobody has sent. */
    private record Waiting(RoleName from, RoleName to, Message message) implements Item {}

    /** A message that nobody has received. */
    private record UnderWay(RoleName from, RoleName to, Message message) implements Item {}

    /** A block of which nothing is known yet. */
    private record Call(String block) implements Item {}

    /** Branches of which some are not done. */
    private record Branches(List<List<Item>> branches) implements Item {}

    /** The session is over: what follows is never done. */
    private record Over() implements Item {}

    private record Move(Optional<Event> event, List<Item> items) {}

    static Interleaving of(ProtocolDeclaration protocol) {
        return new Interleaving(protocol, List.of(new Call(protocol.main().name())));
    }

    @Override
    public boolean isOver() {
        return items.isEmpty();
    }

    @Override
    public List<Step> steps() {
        List<Move> moves = new ArrayList<>(actions(items, Set.of()));
        if (waiting(items) < LOOKAHEAD) {
            moves.addAll(resolutions(items));
        }
        return moves.stream()
                .map(move -> new Step(move.event, new Interleaving(protocol, endingAtOver(move.items))))
                .toList();
    }

    /** Returns what may be done by roles that do not take part in anything before it. */
    private static List<Move> actions(List<Item> items, Set<RoleName> busyBefore) {
        List<Move> moves = new ArrayList<>();
        Set<RoleName> busy = new HashSet<>(busyBefore);
        boolean open = false;
        for (int i = 0; i < items.size() && !open; i++) {
            Item item = items.get(i);
            if (item instanceof Waiting message) {
                if (!busy.contains(message.from)) {
                    Action send = new Action.Send(message.to, message.message);
                    Item sent = new UnderWay(message.from, message.to, message.message);
                    moves.add(move(new Event(message.from, send), with(items, i, List.of(sent))));
                }
            } else if (item instanceof UnderWay message) {
                if (!busy.contains(message.to)) {
                    Action receive = new Action.Receive(message.from, message.message);
                    moves.add(move(new Event(message.to, receive), with(items, i, List.of())));
                }
            } else if (item instanceof Branches parallel) {
                moves.addAll(inBranches(items, i, parallel, branch -> actions(branch, busy)));
            }
            busy.addAll(participants(item));
            open = isOpen(item);
        }
        return moves;
    }

    /** Returns the ways in which the first unknown blocks may turn out. */
    private List<Move> resolutions(List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            if (items.get(i) instanceof Call call) {
                return bodies(protocol.block(call.block).orElseThrow()).stream()
                        .map(body -> new Move(Optional.empty(), with(items, place, body)))
                        .toList();
            }
            if (items.get(i) instanceof Branches parallel && isOpen(parallel)) {
                return inBranches(items, i, parallel, this::resolutions);
            }
        }
        return List.of();
    }

    /** What may happen next in a branch. */
    private interface Moves {
        List<Move> of(List<Item> branch);
    }

    private static List<Move> inBranches(List<Item> items, int place, Branches parallel, Moves moves) {
        List<Move> found = new ArrayList<>();
        for (int i = 0; i < parallel.branches.size(); i++) {
            int branch = i;
            UnaryOperator<List<Item>> moved = after -> {
                List<List<Item>> branches = new ArrayList<>(parallel.branches);
                branches.set(branch, after);
                boolean done = branches.stream().allMatch(List::isEmpty);
                return with(items, place, done ? List.of() : List.of(new Branches(List.copyOf(branches))));
            };
            moves.of(parallel.branches.get(branch))
                    .forEach(move -> found.add(new Move(move.event, moved.apply(move.items))));
        }
        return found;
    }

    private static List<List<Item>> bodies(BlockDeclaration block) {
        List<List<Item>> steps = block.steps().stream().map(Interleaving::items).toList();
        if (block.choiceAt().isPresent()) {
            return steps;
        }
        return block.form() instanceof BlockForm.Parallel
                ? List.of(List.of(new Branches(steps)))
                : List.of(steps.stream().flatMap(List::stream).toList());
    }

    private static List<Item> items(dev.parley.compiler.protocol.Step step) {
        if (step instanceof CrashStep) {
            throw new IllegalArgumentException("crashes are not messages: " + step);
        }
        List<Item> items = new ArrayList<>();
        if (step instanceof MessageStep message) {
            message.to().forEach(to -> items.add(new Waiting(message.from().role(), to.role(), message.message())));
        }
        if (step.next() instanceof Continuation.Block next) {
            items.add(new Call(next.block().name()));
        } else if (step.next() instanceof Continuation.End) {
            items.add(new Over());
        }
        return List.copyOf(items);
    }

    /** Returns whether there is something in it of which it is not known who takes part. */
    private static boolean isOpen(Item item) {
        return item instanceof Call
                || (item instanceof Branches parallel
                        && parallel.branches.stream().flatMap(List::stream).anyMatch(Interleaving::isOpen));
    }

    private static Set<RoleName> participants(Item item) {
        Set<RoleName> roles = new HashSet<>();
        if (item instanceof Waiting message) {
            roles.add(message.from);
            roles.add(message.to);
        } else if (item instanceof UnderWay message) {
            roles.add(message.to);
        } else if (item instanceof Branches parallel) {
            parallel.branches.forEach(branch -> branch.forEach(each -> roles.addAll(participants(each))));
        }
        return roles;
    }

    private static int waiting(List<Item> items) {
        int waiting = 0;
        for (Item item : items) {
            if (item instanceof Branches parallel) {
                waiting += parallel.branches.stream()
                        .mapToInt(Interleaving::waiting)
                        .sum();
            }
            waiting += item instanceof Waiting ? 1 : 0;
        }
        return waiting;
    }

    private static List<Item> endingAtOver(List<Item> items) {
        int over = items.indexOf(new Over());
        return over < 0 ? items : items.subList(0, over);
    }

    private static Move move(Event event, List<Item> items) {
        return new Move(Optional.of(event), items);
    }

    private static List<Item> with(List<Item> items, int place, List<Item> instead) {
        List<Item> changed = new ArrayList<>(items.subList(0, place));
        changed.addAll(instead);
        changed.addAll(items.subList(place + 1, items.size()));
        return List.copyOf(changed);
    }
}
