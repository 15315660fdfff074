package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.ClassFacts.MethodFacts;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Tells generated types from those of users, by what their class files declare: neither names nor comments of generated code matter.
 *
 * <p>A <em>state</em> is a nested class that holds an object of a class that extends one of the runtime's endpoints. A sealed
 * interface that permits such classes is what may be <em>received</em>; whatever else it permits says that the protocol is over. A <em>seat</em>
 * stands for a state, and is used once as one is, but may go wherever values go.
 */
final class StateTypes {

    private static final Set<String> ENDPOINTS = Set.of(
            "dev/parley/runtime/Endpoint", "dev/parley/runtime/EventEndpoint", "dev/parley/runtime/TimedEndpoint");
    private static final Set<String> SEATS = Set.of("dev/parley/runtime/Seat", "dev/parley/runtime/Seat$At");
    private static final Set<String> PROGRAMS =
            Set.of("dev/parley/runtime/RoleProgram", "dev/parley/sessions/conversation/Speaker");
    private static final String SESSION = "dev/parley/runtime/Session";
    private static final String SPEC = "dev/parley/runtime/ProtocolSpec";

    private final Declarations declarations;
    private final Map<String, Boolean> states = new HashMap<>();
    private final Map<String, Boolean> finished = new HashMap<>();

    StateTypes(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Returns whether a class is a state, a message that stands for one, what may be received, or a seat. */
    boolean isState(String name) {
        if (SEATS.contains(name)) {
            return true;
        }
        Boolean known = states.get(name);
        if (known == null) {
            known = name.indexOf('$') > 0 && name.charAt(0) != '[' && looksLikeState(name);
            states.put(name, known);
        }
        return known;
    }

    boolean isState(Type type) {
        return type.getSort() == Type.OBJECT && isState(type.getInternalName());
    }

    /** Returns whether a state of some classes is a seat. */
    static boolean isSeat(SortedSet<String> classes) {
        return SEATS.containsAll(classes);
    }

    private static boolean isSeat(Type type) {
        return type.getSort() == Type.OBJECT && SEATS.contains(type.getInternalName());
    }

    private boolean looksLikeState(String name) {
        Optional<ClassFacts> facts = declarations.find(name);
        return facts.isPresent()
                && (hasCore(facts.get())
                        || isReceived(facts.get())
                        || facts.get().interfaces().stream()
                                .anyMatch(each -> declarations
                                        .find(each)
                                        .filter(this::isReceived)
                                        .isPresent()));
    }

    /** A message that stands for a state has it from there. */
    private boolean hasCore(ClassFacts facts) {
        String superName = facts.superName();
        return !facts.isInterface()
                && (facts.fieldTypes().stream().anyMatch(this::isCore)
                        || (superName != null
                                && superName.indexOf('$') > 0
                                && declarations
                                        .find(superName)
                                        .filter(this::hasCore)
                                        .isPresent()));
    }

    private boolean isCore(String descriptor) {
        Type type = Type.getType(descriptor);
        return type.getSort() == Type.OBJECT
                && descriptor.indexOf('$') > 0
                && declarations
                        .find(type.getInternalName())
                        .filter(core -> core.superName() != null && ENDPOINTS.contains(core.superName()))
                        .isPresent();
    }

    private boolean isReceived(ClassFacts facts) {
        return facts.isInterface()
                && facts.permitted().stream()
                        .anyMatch(each ->
                                declarations.find(each).filter(this::hasCore).isPresent());
    }

    /** Returns the classes that an object of a state's type may have. */
    SortedSet<String> classes(String state) {
        List<String> permitted =
                declarations.find(state).map(ClassFacts::permitted).orElse(List.of());
        return new TreeSet<>(permitted.isEmpty() ? List.of(state) : permitted);
    }

    /** Returns the messages of a type that tells them apart, in the order in which {@code match} takes them. */
    List<String> alternatives(String received) {
        return declarations.find(received).map(ClassFacts::permitted).orElse(List.of());
    }

    /** Returns whether there is nothing left to do in any of the states. */
    boolean isOver(SortedSet<String> classes) {
        return classes.stream().allMatch(this::isOver);
    }

    /** Returns whether there is nothing left to do in a state. */
    boolean isOver(String state) {
        Boolean known = finished.get(state);
        if (known == null) {
            known = hasNoActions(state);
            finished.put(state, known);
        }
        return known;
    }

    private boolean isActing(String state, ClassFacts facts) {
        return facts.methods().values().stream().anyMatch(method -> isAction(state, method));
    }

    private boolean hasNoActions(String state) {
        @Nullable String each = state;
        while (each != null && isState(each)) {
            Optional<ClassFacts> facts = declarations.find(each);
            if (facts.isEmpty() || facts.get().isInterface() || isActing(each, facts.get())) {
                return false;
            }
            each = facts.get().superName();
        }
        return true;
    }

    /** Returns whether a call of a state's method sends or receives. */
    boolean isAction(String owner, String nameAndDescriptor) {
        return isMethod(owner, nameAndDescriptor, this::isAction);
    }

    /** Returns whether a call of a state's method takes new members into a family: it tells how many they are, and the state stays. */
    boolean isAdmission(String owner, String nameAndDescriptor) {
        return nameAndDescriptor.endsWith("()I")
                && isMethod(owner, nameAndDescriptor, (state, method) -> method.ignorable());
    }

    private boolean isMethod(String owner, String nameAndDescriptor, BiPredicate<String, MethodFacts> test) {
        @Nullable String each = owner;
        while (each != null && isState(each)) {
            Optional<ClassFacts> facts = declarations.find(each);
            MethodFacts method =
                    facts.map(found -> found.methods().get(nameAndDescriptor)).orElse(null);
            if (method != null) {
                return test.test(each, method);
            }
            each = facts.map(ClassFacts::superName).orElse(null);
        }
        return false;
    }

    /**
     * What sends or receives returns the next state, be it the end, or nothing at the end of a branch or behind the last block, and what
     * hands the role over a seat; values of messages are none of these.
     */
    private boolean isAction(String state, MethodFacts method) {
        Type result = Type.getReturnType(method.descriptor());
        return (method.access() & Opcodes.ACC_PUBLIC) != 0
                && !method.isStatic()
                && ((isState(result) && (!isSeat(result) || SEATS.contains(state)))
                        || isHandOver(method.name(), result)
                        || (result.getSort() == Type.VOID
                                && (isBranch(top(state)) || method.name().equals("join"))));
    }

    /** Returns whether a method turns its state into a seat. A message's value that is a seat has no such name. */
    static boolean isHandOver(String method, Type result) {
        return isSeat(result) && method.startsWith("toSeat") && !method.endsWith("_");
    }

    /** Returns whether a class is the one through which users meet a protocol's sessions. */
    boolean isSession(String name) {
        Optional<ClassFacts> facts = declarations.find(name);
        return facts.isPresent()
                && facts.get().fieldTypes().contains("L" + SESSION + ";")
                && facts.get().staticFieldTypes().contains("L" + SPEC + ";");
    }

    /** Returns whether a class was generated: it is a role's, or within it, or a session's. */
    boolean isGenerated(String name) {
        String top = top(name);
        return isSession(top) || isRole(top) || isBranch(top);
    }

    private boolean isRole(String top) {
        String enter = "enter(L" + SESSION + ";)L" + top + "$";
        return declarations
                .find(top)
                .filter(facts ->
                        facts.isFinal() && facts.methods().keySet().stream().anyMatch(each -> each.startsWith(enter)))
                .isPresent();
    }

    /**
     * Returns whether a class is that of a branch that a role plays: where a role's hands out a state, it hands out itself. That of a block that is
     * run for each member of a family is entered with the member's index.
     */
    private boolean isBranch(String top) {
        return declarations
                .find(top)
                .filter(facts -> facts.isFinal()
                        && (facts.methods().containsKey("enter(L" + SESSION + ";)L" + top + ";")
                                || facts.methods().containsKey("enter(L" + SESSION + ";I)L" + top + ";")))
                .isPresent();
    }

    /** Returns whether states are of a branch, which any thread may play. */
    boolean isOfBranch(SortedSet<String> classes) {
        return isBranch(top(classes.first()));
    }

    /** Returns whether one of two states is of a branch, and one role plays both: with one of them the other fails. */
    boolean areOfOneBlock(SortedSet<String> one, SortedSet<String> other) {
        return (isOfBranch(one) || isOfBranch(other))
                && player(top(one.first())).equals(player(top(other.first())));
    }

    /** The name of a branch's class is that of its role's, and more. */
    private String player(String top) {
        int length = top.length();
        while (length > 0 && !isRole(top.substring(0, length))) {
            length--;
        }
        return length == 0 ? top : top.substring(0, length);
    }

    /** Returns whether a call of a state's method begins a branch: it leads to a state of another class, and the state stays. */
    boolean beginsBranch(String state, String nameAndDescriptor) {
        Type result = Type.getReturnType(nameAndDescriptor.substring(nameAndDescriptor.indexOf('(')));
        return isState(result)
                && !top(result.getInternalName()).equals(top(state))
                && isBranch(top(result.getInternalName()));
    }

    /** Returns whether what begins a branch does so for a member of a family: it may be called for many, and for how many is not known. */
    static boolean isForMember(String descriptor) {
        return descriptor.startsWith("(I)");
    }

    /** Returns the branches of a state as it is when its role has come to the parallel block. */
    Branches branches(String state) {
        SortedSet<String> open = new TreeSet<>();
        Members members = Members.UNKNOWN;
        for (MethodFacts each : beginnings(state)) {
            if (isForMember(each.descriptor())) {
                members = Members.NONE;
            } else {
                open.add(each.name());
            }
        }
        return new Branches(Collections.emptySortedSet(), open, members);
    }

    /** Returns the methods of a state that begin branches. */
    private List<MethodFacts> beginnings(String state) {
        return declarations.find(state).map(ClassFacts::methods).orElse(Map.of()).values().stream()
                .filter(method -> isAction(state, method) && beginsBranch(state, method.name() + method.descriptor()))
                .toList();
    }

    /** Returns whether a state is of a branch of the block that another stands for. */
    boolean isBranchOf(SortedSet<String> block, SortedSet<String> state) {
        return beginnings(block.first()).stream()
                .map(each -> Type.getReturnType(each.descriptor()).getInternalName())
                .anyMatch(each -> top(each).equals(top(state.first())));
    }

    private static String top(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** Returns whether a functional interface is one whose functions must bring what they get to an end, or return it. */
    boolean isProgram(String functionalInterface) {
        int nested = functionalInterface.lastIndexOf('$');
        return PROGRAMS.contains(functionalInterface)
                || isHandler(functionalInterface)
                || (nested > 0
                        && !isState(functionalInterface)
                        && isState(functionalInterface.substring(0, nested))
                        && declarations
                                .find(functionalInterface.substring(0, nested))
                                .filter(ClassFacts::isInterface)
                                .isPresent());
    }

    /** Returns whether an interface is that of a role's handlers: directly within the role's class, and open to all. */
    boolean isHandler(String name) {
        int nested = name.indexOf('$');
        return nested > 0
                && name.indexOf('$', nested + 1) < 0
                && isRole(name.substring(0, nested))
                && declarations
                        .find(name)
                        .filter(facts ->
                                facts.isInterface() && facts.permitted().isEmpty())
                        .isPresent();
    }

    /** Returns whether a class's method is one of a handler, which gets a state and must bring it to the next. */
    boolean isOfHandler(String owner, String name, String descriptor) {
        // A handler may return a type that tells more.
        String call = name + descriptor.substring(0, descriptor.indexOf(')') + 1);
        Optional<ClassFacts> facts = declarations.find(owner);
        if (facts.isEmpty()) {
            return false;
        }
        String superName = facts.get().superName();
        return (isHandler(owner) && facts.get().methods().keySet().stream().anyMatch(each -> each.startsWith(call)))
                || (superName != null && isOfHandler(superName, name, descriptor))
                || facts.get().interfaces().stream().anyMatch(each -> isOfHandler(each, name, descriptor));
    }

    /** Returns whether a state belongs to the protocol of a generated session class. */
    static boolean belongsTo(String state, String session) {
        String protocol = session.substring(0, session.length() - "Session".length());
        return session.endsWith("Session") && state.startsWith(protocol);
    }

    /** Returns a type as users write it, without the package. */
    static String display(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
    }

    static String display(SortedSet<String> classes) {
        return String.join(" or ", classes.stream().map(StateTypes::display).toList());
    }
}
