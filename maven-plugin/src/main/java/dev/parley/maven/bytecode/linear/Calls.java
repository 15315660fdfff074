package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.ClassFacts.MethodFacts;
import dev.parley.maven.bytecode.linear.Token.Status;
import dev.parley.maven.bytecode.linear.Value.Capturing;
import dev.parley.maven.bytecode.linear.Value.Function;
import dev.parley.maven.bytecode.linear.Value.StateRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What calls do to states: tells who is called, and lets the one who knows that kind of call say what happens. */
final class Calls {

    private final MethodAnalysis analysis;
    private final Summaries summaries;
    private final StateTypes types;
    private final Endpoints endpoints;
    private final UserCalls userCalls;
    private final DynamicCalls dynamicCalls;

    Calls(MethodAnalysis analysis) {
        this.analysis = analysis;
        this.summaries = analysis.summaries;
        this.types = analysis.types;
        this.endpoints = new Endpoints(analysis, this);
        this.userCalls = new UserCalls(analysis);
        this.dynamicCalls = new DynamicCalls(analysis, this);
    }

    List<Continuation> invoke(ProgramPath path, MethodInsnNode instruction) {
        int arguments = Type.getArgumentTypes(instruction.desc).length;
        boolean isStatic = instruction.getOpcode() == Opcodes.INVOKESTATIC;
        return call(path, Call.of(instruction, pop(path, arguments + (isStatic ? 0 : 1))));
    }

    List<Continuation> invokeDynamic(ProgramPath path, InvokeDynamicInsnNode instruction) {
        int arguments = Type.getArgumentTypes(instruction.desc).length;
        return dynamicCalls.invoke(path, instruction, pop(path, arguments));
    }

    /** All paths are at their ends: reports what holds for all of them. */
    void finish() {
        endpoints.finish();
    }

    private static List<Value> pop(ProgramPath path, int count) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(path.frame.pop());
        }
        Collections.reverse(values);
        return values;
    }

    /** Returns the ways on behind a call whose arguments are off the stack. */
    List<Continuation> call(ProgramPath path, Call call) {
        Value receiver = call.receiver();
        if (call.isVirtual() && receiver.equals(Value.Null.INSTANCE)) {
            analysis.thrown(path, "java/lang/NullPointerException");
            return List.of();
        }
        if (call.isVirtual()
                && receiver instanceof Function function
                && function.method().equals(call.name())) {
            return apply(
                    path, function, call.arguments().subList(1, call.arguments().size()));
        }
        if (types.isState(call.owner())) {
            return endpoints.onState(path, call);
        }
        if (types.isSession(call.owner()) || call.owner().equals("dev/parley/runtime/Session")) {
            return endpoints.onSession(path, call);
        }
        if (KnownCode.returnsArgument(call.owner(), call.name())) {
            throwFromCall(path, call);
            return List.of(new Continuation(path, call.arguments().get(0)));
        }
        List<Module.Code> codes = targets(call);
        if (!codes.isEmpty()) {
            if (makesLocal(path, call)) {
                return List.of(new Continuation(path, Value.Unknown.SINGLE));
            }
            if (carriesStates(path, call) || types.isState(call.result())) {
                return userCalls.call(path, call, codes);
            }
        }
        return unseen(path, call);
    }

    /** Runs a function once, now. */
    List<Continuation> apply(ProgramPath path, Function function, List<Value> arguments) {
        List<Value> all = new ArrayList<>(function.captured());
        all.addAll(arguments);
        int wanted = Type.getArgumentTypes(function.target().getDesc()).length
                + (function.target().getTag() == Opcodes.H_INVOKESTATIC
                                || function.target().getTag() == Opcodes.H_NEWINVOKESPECIAL
                        ? 0
                        : 1);
        if (all.size() != wanted) {
            all.forEach(each -> escape(path, each, "passed to code that cannot be seen"));
            return List.of(new Continuation(path, Value.Unknown.SINGLE));
        }
        return call(path, Call.of(function.target(), all));
    }

    private List<Module.Code> targets(Call call) {
        Module module = summaries.module;
        if (call.isVirtual()) {
            @Nullable String exact = exactType(call.receiver());
            Module.Code code = exact == null ? null : module.exactly(exact, call.name(), call.descriptor());
            return code != null ? List.of(code) : module.possible(call.owner(), call.name(), call.descriptor());
        }
        Module.Code code = module.exactly(call.owner(), call.name(), call.descriptor());
        return code == null ? List.of() : List.of(code);
    }

    private static @Nullable String exactType(Value value) {
        if (value instanceof Value.Instance object) {
            return object.type();
        }
        return value instanceof Capturing object ? object.type() : null;
    }

    private boolean carriesStates(ProgramPath path, Call call) {
        return call.arguments().stream().anyMatch(each -> !statesOf(path, each).isEmpty());
    }

    private static Set<Integer> statesOf(ProgramPath path, Value value) {
        Set<Integer> states = new HashSet<>();
        value.addStates(states);
        states.removeIf(each -> path.token(each).is(Status.RELEASED));
        return states;
    }

    /** An object of a local class that is made with states holds them from there on, as a lambda does. */
    private boolean makesLocal(ProgramPath path, Call call) {
        if (!call.isConstructor() || !summaries.module.isLocal(call.owner())) {
            return false;
        }
        List<Value> captured = call.arguments().subList(1, call.arguments().size()).stream()
                .filter(each -> !statesOf(path, each).isEmpty())
                .toList();
        if (captured.isEmpty()) {
            return false;
        }
        path.replace(new Value.Instance(call.owner()), new Capturing(call.owner(), captured));
        return true;
    }

    /** Code that is not the module's. */
    private List<Continuation> unseen(ProgramPath path, Call call) {
        if (KnownCode.runsOnce(call.owner(), call.name())) {
            return dynamicCalls.runOnce(path, call);
        }
        if (KnownCode.doesAction(call.owner(), call.name()) && call.arguments().get(1) instanceof Function action) {
            return dynamicCalls.act(path, call, action);
        }
        Optional<MethodFacts> annotated = carriesStates(path, call)
                ? summaries.annotated(call.owner(), call.name(), call.descriptor())
                : Optional.empty();
        for (int i = 0; i < call.arguments().size(); i++) {
            int parameter = i - call.first();
            Value argument = call.arguments().get(i);
            if (annotated.filter(each -> each.takesOver(parameter)).isPresent()) {
                takeOver(path, argument, call);
            } else if (annotated.filter(each -> each.borrows(parameter)).isEmpty()) {
                hand(path, argument, call);
            }
        }
        throwFromCall(path, call);
        return List.of(new Continuation(path, result(path, call)));
    }

    private void takeOver(ProgramPath path, Value argument, Call call) {
        if (argument instanceof StateRef state) {
            analysis.uses.add(path, state.token(), call.display() + " takes it over");
        } else {
            hand(path, argument, call);
        }
    }

    /** A seat is sent, or sat down on. Returns false where it is none. */
    boolean handsOver(ProgramPath path, Value value, String how) {
        if (value instanceof StateRef seat
                && StateTypes.isSeat(path.token(seat.token()).classes())) {
            analysis.uses.add(path, seat.token(), how);
            return true;
        }
        return false;
    }

    /** Passes a value to code that cannot be seen. */
    private void hand(ProgramPath path, Value argument, Call call) {
        if (types.isGenerated(call.owner()) && handsOver(path, argument, call.display() + " sits down on it")) {
            return;
        }
        if (argument instanceof Function || argument instanceof Capturing) {
            if (KnownCode.runsElsewhere(call.owner())
                    || (KnownCode.isStream(call.owner()) && call.receiver() instanceof Value.ParallelStream)) {
                sendAbroad(path, argument, call.display());
                return;
            }
            if (KnownCode.onlyLooks(call.owner())) {
                return;
            }
        }
        if (argument instanceof StateRef && KnownCode.onlyLooks(call.owner())) {
            return;
        }
        escape(path, argument, "passed to " + call.display());
    }

    /** What a call of unseen code returns. */
    Value result(ProgramPath path, Call call) {
        Type type = call.result();
        if (types.isState(type)) {
            Token token = Token.live(path.at, types.classes(type.getInternalName()), path.line);
            path.note(path.at, call.display() + " leads to " + StateTypes.display(type.getInternalName()));
            return path.add(path.at, token);
        }
        if (KnownCode.makesParallel(call.name())
                || (KnownCode.isStream(call.owner())
                        && call.receiver() instanceof Value.ParallelStream
                        && KnownCode.isStream(type.getInternalName()))) {
            return new Value.ParallelStream();
        }
        if (type.getSort() == Type.VOID) {
            return Value.Unknown.SINGLE;
        }
        if (type.getSort() == Type.OBJECT && types.isSession(type.getInternalName())) {
            return new Value.Instance(type.getInternalName()); // never null
        }
        return fresh(path, call, type);
    }

    /** A value that nothing is known of yet. */
    static Value fresh(ProgramPath path, Call call, Type type) {
        if (type.getSort() == Type.INT) {
            return KnownCode.unboxes(call.owner(), call.name()) && call.receiver() instanceof Value.Symbol boxed
                    ? new Value.Index(boxed.site())
                    : path.index(path.at);
        }
        return Value.isTelling(type) ? path.symbol(path.at) : Value.of(type);
    }

    /**
     * A state goes where it cannot be followed; so do those that a lambda or a local object would use. Seats are made for that: what becomes
     * of them is somebody else's.
     */
    void escape(ProgramPath path, Value value, String how) {
        if (value instanceof StateRef state) {
            Token token = path.token(state.token());
            if (token.is(Status.LIVE) && StateTypes.isSeat(token.classes())) {
                path.tokens.put(state.token(), token.become(Status.RELEASED));
            } else if (token.is(Status.LIVE) && ProgramPath.isDue(token, types)) {
                path.note(token.role(), "it is " + how);
                analysis.reports.add(
                        FindingKind.STATE_ESCAPES,
                        path,
                        token.role(),
                        path.line,
                        StateTypes.display(token.classes()) + " is " + how
                                + ", where nobody can show that it is used once");
                path.tokens.put(state.token(), token.become(Status.RELEASED));
            }
        } else if (value instanceof Function function) {
            for (int each : dynamicCalls.usedBy(path, function)) {
                escape(path, new StateRef(each), how + " within a lambda");
            }
            statesOf(path, function)
                    .forEach(each -> path.update(
                            each, token -> token.with(token.branches().handed())));
        } else if (value instanceof Capturing object) {
            object.captured().forEach(each -> escape(path, each, how + " within an object"));
        }
    }

    /** States get into other threads. */
    void sendAbroad(ProgramPath path, Value value, String to) {
        for (int each : statesOf(path, value)) {
            Token token = path.token(each);
            if (StateTypes.isSeat(token.classes())) {
                path.tokens.put(each, token.become(Status.RELEASED));
            } else if (types.isOfBranch(token.classes())) {
                path.note(token.role(), to + " runs it in another thread");
                mustUse(value);
                path.tokens.put(each, token.become(Status.RELEASED));
            } else if (!types.isOver(token.classes())) {
                path.note(token.role(), to + " runs it in another thread");
                analysis.reports.add(
                        FindingKind.FOREIGN_THREAD,
                        path,
                        token.role(),
                        path.line,
                        StateTypes.display(token.classes()) + " is captured by what " + to + " runs in another thread");
                path.tokens.put(each, token.become(Status.RELEASED));
            }
        }
    }

    /** A thread that plays a branch has to bring it to its end. */
    private void mustUse(Value value) {
        if (value instanceof Function function) {
            Handle target = function.target();
            summaries.addProgram(Module.Code.id(target.getOwner(), target.getName(), target.getDesc()));
        }
    }

    /** The states that a value holds are followed elsewhere. */
    void giveAway(ProgramPath path, Value value) {
        statesOf(path, value).forEach(each -> path.update(each, token -> token.become(Status.RELEASED)));
    }

    /** Follows what a call of code without states may throw. */
    void throwFromCall(ProgramPath path, Call call) {
        if (analysis.heedsThrown(path)) {
            thrownBy(call).forEach(type -> analysis.thrown(path.copy(), type));
        }
    }

    /** Returns what a call may throw: what it declares, and what need not be declared. */
    Set<String> thrownBy(Call call) {
        Optional<MethodFacts> method = summaries.declarations.method(call.owner(), call.name() + call.descriptor());
        boolean declares = summaries
                .declarations
                .find(call.owner())
                .filter(ClassFacts::declaresThrown)
                .isPresent();
        if (method.isEmpty() || !declares) {
            return Set.of("java/lang/Throwable");
        }
        Set<String> thrown = new HashSet<>(method.get().exceptions());
        thrown.add("java/lang/RuntimeException");
        thrown.add("java/lang/Error");
        return thrown;
    }
}
