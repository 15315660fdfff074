package dev.parley.compiler.theory;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.global.Families;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.global.Turns;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A protocol with families of a given size: every member has a machine of its own. What others do with a family they do with its members:
 * they send to one after the other, and receive in any order. What is done once with every member is done with that one.
 * What is done with no members is done with nobody, who takes whatever there is.
 *
 * <p>Some may join: the role that takes a member in sends to it from then on, and the newcomer begins with that. All others know of those only
 * that were there from the start. Members may leave, and may be late. See {@link Participant}.
 */
final class Instances {

    static final RoleName NOBODY = new RoleName("Nobody");

    private final CompiledProtocol protocol;
    private final Families families;
    private final int size;
    private final int joining;
    private final Lateness lateness;
    private final Map<RoleName, RoleName> leaders;
    private final boolean leaving;

    private Instances(CompiledProtocol protocol, int size, int joining, Lateness lateness) {
        this.protocol = protocol;
        this.families = protocol.global().families();
        this.size = size;
        this.joining = joining;
        this.lateness = lateness;
        this.leaders = Turns.leaders(protocol.global());
        this.leaving = protocol.global().states().stream()
                .flatMap(state -> state.transitions().stream())
                .anyMatch(this::leaves);
    }

    private boolean leaves(GlobalTransition step) {
        return step.step().marks().quorum().isPresent()
                || (step.step().next() instanceof Continuation.End
                        && Stream.of(
                                        step.interaction().from(),
                                        step.interaction().to())
                                .anyMatch(this::isWithOne));
    }

    /** Returns whether a role is played with one member of a family by somebody else. */
    private boolean isWithOne(RoleName role) {
        return families.of(role).filter(family -> !family.equals(role.role())).isPresent();
    }

    /**
     * Returns the machines of a protocol each of whose families has so many members, 0 or more, and so many that may join: once for each way in which
     * members may be late.
     */
    static List<List<StateMachine>> of(CompiledProtocol protocol, int size, int joining) {
        Instances all = new Instances(protocol, size, joining, new Lateness(Map.of()));
        return Lateness.all(protocol.global(), all.members(size + joining)).stream()
                .map(lateness -> new Instances(protocol, size, joining, lateness).machines())
                .toList();
    }

    private List<StateMachine> machines() {
        List<Participant> participants = new ArrayList<>();
        for (StateMachine machine : protocol.machines()) {
            int copies = families.of(machine.role()).isEmpty() ? 1 : size + joining;
            for (int member = 0; member < copies; member++) {
                participants.add(new Participant(this, machine, member));
            }
        }
        Map<RoleName, Set<Action>> sent = new HashMap<>();
        participants.forEach(each -> each.sendings()
                .forEach((to, actions) ->
                        sent.computeIfAbsent(to, key -> new LinkedHashSet<>()).addAll(actions)));
        participants.add(Participant.nobody(this));
        return participants.stream()
                .map(each -> each.machine(sent.getOrDefault(each.role(), Set.of())))
                .toList();
    }

    CompiledProtocol protocol() {
        return protocol;
    }

    Families families() {
        return families;
    }

    Lateness lateness() {
        return lateness;
    }

    /** Returns whether members may leave before others do. */
    boolean leaving() {
        return leaving;
    }

    /** Returns, for each party of those who begin a block together, that of the role which says for whom. */
    Map<RoleName, RoleName> leaders() {
        return leaders;
    }

    boolean mayTakeIn(Knowledge knows) {
        return knows.joined() < joining;
    }

    int size() {
        return size;
    }

    /** Returns the members of all families that are there from the start. */
    List<RoleName> founders() {
        return members(size);
    }

    /** Returns all members that may ever be there. */
    List<RoleName> members() {
        return members(size + joining);
    }

    private List<RoleName> members(int count) {
        return protocol.global().roles().stream()
                .filter(role -> families.of(role).filter(role::equals).isPresent())
                .flatMap(family -> IntStream.range(0, count).mapToObj(each -> member(family, each)))
                .toList();
    }

    /** Returns the name of a member, or of who plays a role with that member. */
    static RoleName member(RoleName role, int member) {
        return new RoleName(role + "#" + member);
    }

    /** Returns the index of a member. */
    static int index(RoleName member) {
        return Integer.parseInt(member.value().substring(member.value().indexOf('#') + 1));
    }

    /** Returns the family of a member. */
    static RoleName family(RoleName member) {
        return new RoleName(member.value().substring(0, member.value().indexOf('#')));
    }

    /** Returns a step of the protocol, where it makes no difference which. */
    MessageStep anyStep() {
        return protocol.global().initial().transitions().get(0).step();
    }

    /** Returns what somebody may send to another who listens to nothing in particular. */
    List<Message> messages(RoleName from, RoleName to) {
        return protocol.global().states().stream()
                .flatMap(state -> state.transitions().stream())
                .map(GlobalTransition::interaction)
                .filter(each -> each.from().equals(from) && each.to().equals(to))
                .map(Interaction::message)
                .distinct()
                .toList();
    }
}
