package dev.parley.compiler.theory;

import dev.parley.compiler.global.Families;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Intake;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.theory.Participant.Arc;
import dev.parley.compiler.theory.Participant.At;
import dev.parley.compiler.theory.Participant.Closing;
import dev.parley.compiler.theory.Participant.Leading;
import dev.parley.compiler.theory.Participant.Node;
import dev.parley.compiler.theory.Participant.Outside;
import dev.parley.compiler.theory.Participant.Partway;
import dev.parley.compiler.theory.Participant.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What one participant may do at each point of its run: see {@link Participant}. */
final class Moves {

    private static final Message CLOSED = Participant.internal("closed");
    private static final Message STAYS = Participant.internal("stays");
    private static final Message LEAVES = Participant.internal("leaves");

    private static final Message NOTHING = Participant.internal("nothing");

    private final Instances instances;
    private final StateMachine machine;
    private final RoleName own;
    private final int member;
    private final Families families;

    Moves(Instances instances, StateMachine machine, int member) {
        this.instances = instances;
        this.machine = machine;
        this.own = machine.role();
        this.member = member;
        this.families = instances.families();
    }

    /** Returns where it begins. A party of a newcomer, or of somebody with the newcomer, waits for its role as any other does. */
    Node first() {
        return isMember() && member >= instances.size() ? new Outside() : at(0, initial());
    }

    private Knowledge initial() {
        List<RoleName> there = new ArrayList<>(instances.founders());
        if (families.of(own).isPresent()) {
            there.removeIf(each -> Instances.family(each).equals(family()));
            there.add(ownMember());
        }
        return Knowledge.of(there);
    }

    private RoleName family() {
        return families.of(own).orElseThrow();
    }

    private RoleName ownMember() {
        return Instances.member(family(), member);
    }

    private boolean isMember() {
        return families.of(own).equals(Optional.of(own));
    }

    /** Returns whether a party plays with one member what its role does with all. */
    private boolean isTurn(RoleName party) {
        return party.parent()
                .filter(parent -> !families.of(parent).equals(families.of(party)))
                .isPresent();
    }

    private State state(At at) {
        return machine.states().get(at.state());
    }

    /** Returns where a participant is that has come to a state: a member whose part is over there has left. */
    private Node at(int number, Knowledge knows) {
        State state = machine.states().get(number);
        boolean over = state.isFinal() || (knows.late() && state.accepting());
        return isMember() && instances.leaving() && over ? new Closing(listeners()) : new At(number, knows);
    }

    /** Returns who may wait for this member, or plays for it. */
    private List<RoleName> listeners() {
        return machine.states().stream()
                .flatMap(state -> state.transitions().stream())
                .filter(each -> each.action() instanceof Action.Send)
                .map(each -> each.action().peer())
                .filter(peer -> isGathering(peer) || isPartyOf(peer))
                .flatMap(peer -> families.isPlural(own, peer) ? founders(peer) : Stream.of(instance(peer)))
                .distinct()
                .toList();
    }

    private boolean isGathering(RoleName peer) {
        return families.isPlural(peer, own);
    }

    private boolean isPartyOf(RoleName peer) {
        return peer.parent().equals(Optional.of(own));
    }

    private Stream<RoleName> founders(RoleName peer) {
        return instances.founders().stream()
                .filter(each -> Instances.family(each).equals(families.of(peer).orElseThrow()))
                .map(each -> with(peer, each));
    }

    private static RoleName with(RoleName peer, RoleName each) {
        return Instances.member(peer, Instances.index(each));
    }

    /** Returns the name of the one participant who plays a role here. */
    private RoleName instance(RoleName peer) {
        return families.of(peer).isEmpty() ? peer : Instances.member(peer, member);
    }

    List<Arc> from(Node node) {
        if (node instanceof At at) {
            List<Arc> arcs = new ArrayList<>();
            for (int i = 0; i < state(at).transitions().size(); i++) {
                arcs.addAll(take(at, new Place(at.state(), i)));
            }
            arcs.addAll(intakes(at));
            arcs.addAll(heard(at));
            return arcs;
        }
        if (node instanceof Partway partway) {
            return go(partway);
        }
        if (node instanceof Leading leading) {
            return lead(leading);
        }
        if (node instanceof Closing closing) {
            return close(closing);
        }
        return enter();
    }

    private Transition step(Place place) {
        return machine.states().get(place.state()).transitions().get(place.step());
    }

    private List<Arc> take(At at, Place place) {
        Transition step = step(place);
        RoleName peer = step.action().peer();
        if (!families.isPlural(own, peer)) {
            return single(at, step);
        }
        Label label = step.action().message().label();
        if (label.equals(Label.FORK)) {
            return begin(place, peer, at.knows());
        }
        if (label.equals(Label.JOIN)) {
            return all(place, at.knows().turn().orElseThrow(), at.knows());
        }
        return step.action() instanceof Action.Send
                ? all(place, there(peer, at.knows()), at.knows())
                : gather(place, peer, at.knows());
    }

    private Set<RoleName> there(RoleName peer, Knowledge knows) {
        Set<RoleName> there = new TreeSet<>(knows.votes().keySet());
        there.removeIf(each -> !Instances.family(each).equals(families.of(peer).orElseThrow()));
        return there;
    }

    private List<Arc> gather(Place place, RoleName peer, Knowledge before) {
        Knowledge knows = before;
        for (RoleName each : there(peer, before)) {
            boolean late = isVote(step(place)) && instances.lateness().isLate(each, peer, own, before.votesOf(each));
            if (late || before.isClosed(with(peer, each))) {
                knows = knows.without(each);
            }
        }
        return all(place, there(peer, knows), knows);
    }

    private static boolean isVote(Transition step) {
        return step.step().marks().quorum().isPresent();
    }

    /** Does a step with all of these members. */
    private List<Arc> all(Place place, Set<RoleName> members, Knowledge knows) {
        if (members.isEmpty()) {
            return List.of(new Arc(
                    new Action.Send(Instances.NOBODY, NOTHING), at(step(place).target(), knows.withoutTurn())));
        }
        return go(new Partway(place, List.copyOf(members), knows));
    }

    private List<Arc> go(Partway now) {
        Action action = step(now.step()).action();
        List<Arc> arcs = new ArrayList<>();
        for (RoleName each : action instanceof Action.Send ? now.left().subList(0, 1) : now.left()) {
            RoleName peer = with(action.peer(), each);
            if (action instanceof Action.Send) {
                arcs.add(new Arc(new Action.Send(peer, action.message()), less(now, each, now.knows())));
            } else if (action.message().label().equals(Label.JOIN)) {
                arcs.add(new Arc(new Action.Receive(peer, STAYS), less(now, each, now.knows())));
                arcs.add(new Arc(
                        new Action.Receive(peer, LEAVES),
                        less(now, each, now.knows().without(each))));
            } else {
                boolean counts =
                        isVote(step(now.step())) && instances.lateness().counts(each, action.peer(), own);
                Knowledge after = counts ? now.knows().withVote(each) : now.knows();
                arcs.add(new Arc(new Action.Receive(peer, action.message()), less(now, each, after)));
                arcs.add(new Arc(
                        new Action.Receive(peer, CLOSED),
                        less(now, each, now.knows().without(each))));
            }
        }
        return arcs;
    }

    private Node less(Partway now, RoleName done, Knowledge knows) {
        List<RoleName> left =
                now.left().stream().filter(each -> !each.equals(done)).toList();
        boolean joined = step(now.step()).action().message().label().equals(Label.JOIN);
        return left.isEmpty()
                ? at(step(now.step()).target(), joined ? knows.withoutTurn() : knows)
                : new Partway(now.step(), left, knows);
    }

    /** Begins a block for each member, for those who are there or for those that somebody else says. */
    private List<Arc> begin(Place fork, RoleName party, Knowledge knows) {
        RoleName leader = instances.leaders().getOrDefault(party, party);
        if (leader.equals(party)) {
            Knowledge begun = knows.withTurn(there(party, knows));
            List<RoleName> followers = instances.leaders().entrySet().stream()
                    .filter(each ->
                            each.getValue().equals(party) && !each.getKey().equals(party))
                    .map(each -> each.getKey().parent().orElseThrow())
                    .toList();
            return lead(new Leading(fork, followers, begun));
        }
        List<RoleName> family = instances.members().stream()
                .filter(each -> Instances.family(each).equals(families.of(party).orElseThrow()))
                .toList();
        return Knowledge.all(family, Map.of()).stream()
                .map(said -> new Arc(
                        new Action.Receive(
                                leader.parent().orElseThrow(), word(said.votes().keySet())),
                        new Leading(fork, List.of(), knows.withTurn(said.votes().keySet()))))
                .toList();
    }

    private static Message word(Set<RoleName> members) {
        return Participant.internal("for " + members);
    }

    private List<Arc> lead(Leading now) {
        Set<RoleName> members = now.knows().turn().orElseThrow();
        if (now.followers().isEmpty()) {
            // With nobody there is nobody to wait for at the end either, which is seen there.
            return members.isEmpty()
                    ? List.of(new Arc(
                            new Action.Send(Instances.NOBODY, NOTHING),
                            at(step(now.fork()).target(), now.knows())))
                    : go(new Partway(now.fork(), List.copyOf(members), now.knows()));
        }
        List<RoleName> rest = now.followers().subList(1, now.followers().size());
        return List.of(new Arc(
                new Action.Send(now.followers().get(0), word(members)), new Leading(now.fork(), rest, now.knows())));
    }

    /** Does a step with one other participant. */
    private List<Arc> single(At at, Transition step) {
        Action action = step.action();
        RoleName peer = instance(action.peer());
        Label label = action.message().label();
        if (label.equals(Label.FORK)) {
            return action instanceof Action.Send
                    ? List.of(new Arc(new Action.Send(peer, told("fork", at.knows())), at(step.target(), at.knows())))
                    : begun(at, step, peer);
        }
        if (label.equals(Label.JOIN)) {
            return action instanceof Action.Send ? done(at, step, peer) : joined(at, step, peer);
        }
        Knowledge after = after(step, at.knows());
        Action same = action instanceof Action.Send
                ? new Action.Send(peer, action.message())
                : new Action.Receive(peer, action.message());
        return List.of(new Arc(same, at(step.target(), after)));
    }

    private Knowledge after(Transition step, Knowledge knows) {
        boolean family = families.of(own).equals(Optional.of(own.role()));
        if (family && isVote(step) && step.action() instanceof Action.Send send) {
            RoleName to = send.peer();
            if (instances.lateness().isLate(ownMember(), own, to, knows.votesOf(ownMember()))) {
                return knows.withLate();
            }
            return instances.lateness().counts(ownMember(), own, to) ? knows.withVote(ownMember()) : knows;
        }
        boolean leaves = families.of(own).isPresent() && !family && step.step().next() instanceof Continuation.End;
        return leaves ? knows.without(ownMember()) : knows;
    }

    private static Message told(String what, Knowledge knows) {
        return Participant.internal(what + " " + knows.votes());
    }

    /** A party of a role begins with what its role has seen; one that plays with one member does with that. */
    private List<Arc> begun(At at, Transition step, RoleName parent) {
        if (isTurn(own)) {
            return List.of(new Arc(new Action.Receive(parent, step.action().message()), at(step.target(), initial())));
        }
        List<Arc> arcs = new ArrayList<>(told().map(told -> new Arc(
                        new Action.Receive(parent, told("fork", told)),
                        at(step.target(), at.knows().told(told))))
                .toList());
        if (families.of(own).isPresent()) {
            arcs.add(new Arc(new Action.Receive(parent, CLOSED), new Closing(listeners())));
        }
        return arcs;
    }

    private Stream<Knowledge> told() {
        List<RoleName> known =
                families.of(own).isPresent() ? List.copyOf(initial().votes().keySet()) : instances.members();
        return Knowledge.all(known, instances.lateness().inTime()).stream();
    }

    private List<Arc> done(At at, Transition step, RoleName parent) {
        Message message = told("join", at.knows());
        if (isTurn(own)) {
            message = at.knows().isThere(ownMember()) ? STAYS : LEAVES;
        }
        return List.of(new Arc(new Action.Send(parent, message), at(step.target(), at.knows())));
    }

    private List<Arc> joined(At at, Transition step, RoleName party) {
        return told().map(told -> new Arc(
                        new Action.Receive(party, told("join", told)),
                        at(step.target(), at.knows().withSeen(told))))
                .toList();
    }

    private List<Arc> intakes(At at) {
        if (!instances.mayTakeIn(at.knows())) {
            return List.of();
        }
        return instances.protocol().intakes().stream()
                .filter(intake -> intake.coordinator().equals(own) && intake.state() == at.state())
                .map(intake -> {
                    RoleName newcomer = Instances.member(
                            intake.family(), instances.size() + at.knows().joined());
                    return new Arc(
                            new Action.Send(newcomer, entry(intake)),
                            at(at.state(), at.knows().withJoined(newcomer)));
                })
                .toList();
    }

    /** A newcomer is told where it begins. */
    private List<Arc> enter() {
        return instances.protocol().intakes().stream()
                .filter(intake -> intake.family().equals(own))
                .map(intake ->
                        new Arc(new Action.Receive(intake.coordinator(), entry(intake)), at(intake.entry(), initial())))
                .toList();
    }

    private static Message entry(Intake intake) {
        return Participant.internal("enter " + intake.entry());
    }

    private static List<Arc> close(Closing now) {
        return now.left().isEmpty()
                ? List.of()
                : List.of(new Arc(
                        new Action.Send(now.left().get(0), CLOSED),
                        new Closing(now.left().subList(1, now.left().size()))));
    }

    /** That a channel is closed may be seen any time; and what comes from members that have left makes no difference. */
    private List<Arc> heard(At at) {
        List<Arc> arcs = new ArrayList<>();
        if (instances.leaving()) {
            senders()
                    .forEach(sender -> instances.members().stream()
                            .filter(each -> Instances.family(each)
                                    .equals(families.of(sender).orElseThrow()))
                            .forEach(each -> {
                                RoleName from = with(sender, each);
                                arcs.add(new Arc(
                                        new Action.Receive(from, CLOSED),
                                        at(at.state(), at.knows().withClosed(from))));
                                if (!at.knows().isThere(each)) {
                                    instances
                                            .messages(sender, own)
                                            .forEach(message ->
                                                    arcs.add(new Arc(new Action.Receive(from, message), at)));
                                }
                            }));
        }
        return arcs;
    }

    /** Returns the families, and their parties, from all members of which the machine takes messages. */
    private List<RoleName> senders() {
        return machine.states().stream()
                .flatMap(state -> state.transitions().stream())
                .map(Transition::action)
                .filter(Action.Receive.class::isInstance)
                .map(Action::peer)
                .filter(peer ->
                        families.isPlural(own, peer) && families.of(peer).equals(Optional.of(peer.role())))
                .distinct()
                .toList();
    }
}
