package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.Token.Status;
import dev.parley.maven.bytecode.linear.Value.Function;
import dev.parley.maven.bytecode.linear.Value.IntConstant;
import dev.parley.maven.bytecode.linear.Value.StateRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** What {@code invokedynamic} stands for: lambdas, switches over types, and what only looks at values. */
final class DynamicCalls {

    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";
    private static final Set<String> ONLY_LOOK =
            Set.of("java/lang/invoke/StringConcatFactory", "java/lang/runtime/ObjectMethods");

    private final MethodAnalysis analysis;
    private final Calls calls;

    DynamicCalls(MethodAnalysis analysis, Calls calls) {
        this.analysis = analysis;
        this.calls = calls;
    }

    List<Continuation> invoke(ProgramPath path, InvokeDynamicInsnNode instruction, List<Value> arguments) {
        String bootstrap = instruction.bsm.getOwner();
        if (bootstrap.equals(LAMBDAS)) {
            return List.of(new Continuation(path, function(path, instruction, arguments)));
        }
        if (bootstrap.equals(SWITCHES)
                && instruction.name.equals("typeSwitch")
                && !(arguments.get(0) instanceof Value.Symbol)
                && !(arguments.get(0) instanceof Value.Unknown)) {
            return typeSwitch(path, instruction, arguments);
        }
        if (!ONLY_LOOK.contains(bootstrap) && !bootstrap.equals(SWITCHES)) {
            arguments.forEach(each -> calls.escape(path, each, "passed to " + instruction.name + "()"));
        }
        Type type = Type.getReturnType(instruction.desc);
        Value result = type.getSort() == Type.VOID ? Value.Unknown.SINGLE : Value.of(type);
        return List.of(new Continuation(path, result));
    }

    private Value function(ProgramPath path, InvokeDynamicInsnNode instruction, List<Value> captured) {
        Handle target = (Handle) instruction.bsmArgs[1];
        String type = Type.getReturnType(instruction.desc).getInternalName();
        if (analysis.types.isProgram(type)) {
            if (KnownCode.onlyLooks(target.getOwner())) {
                doesNothing(path, target);
            }
            analysis.summaries.addProgram(Module.Code.id(target.getOwner(), target.getName(), target.getDesc()));
        }
        List<Value> values = captured.stream().map(DynamicCalls::flattened).toList();
        return new Function(type, instruction.name, target, values);
    }

    /** What is no code of the module is not followed, but of a library's method it is known that it does not go on. */
    private void doesNothing(ProgramPath path, Handle program) {
        String name = StateTypes.display(program.getOwner()) + "." + program.getName();
        path.note(path.at, name + " is to play the role");
        analysis.reports.add(
                FindingKind.STATE_DROPPED,
                path,
                path.at,
                path.line,
                "the role's first state is dropped before the protocol is over for it: " + name + " only looks at it");
    }

    /** Keeps functions within functions to one level, so that there are finitely many values. */
    private static Value flattened(Value value) {
        if (value instanceof Function function
                && function.captured().stream()
                        .anyMatch(each -> each instanceof Function inner
                                && !inner.captured().isEmpty())) {
            return Value.Unknown.SINGLE;
        }
        return value instanceof Value.Symbol || value instanceof Value.Index ? Value.Unknown.SINGLE : value;
    }

    /** The switch returns the number of the first label from the given one on that fits, -1 for null, or how many there are. */
    private List<Continuation> typeSwitch(ProgramPath path, InvokeDynamicInsnNode instruction, List<Value> arguments) {
        Value value = arguments.get(0);
        if (value.equals(Value.Null.INSTANCE)) {
            return List.of(new Continuation(path, new IntConstant(-1)));
        }
        int labels = instruction.bsmArgs.length;
        int start = arguments.get(1) instanceof IntConstant known ? known.value() : 0;
        List<Continuation> ways = new ArrayList<>();
        ProgramPath rest = path;
        for (int i = start; i < labels; i++) {
            if (!(value instanceof StateRef state)
                    || !(instruction.bsmArgs[i] instanceof Type type)
                    || !analysis.types.isState(type)) {
                ways.add(new Continuation(rest.copy(), new IntConstant(i)));
                continue;
            }
            ProgramPath fits =
                    rest.narrow(state.token(), type.getInternalName(), true, analysis.summaries.declarations);
            if (fits != null) {
                fits.note(
                        fits.token(state.token()).role(),
                        "what has come is " + StateTypes.display(type.getInternalName()));
                ways.add(new Continuation(fits, new IntConstant(i)));
            }
            ProgramPath others =
                    rest.narrow(state.token(), type.getInternalName(), false, analysis.summaries.declarations);
            if (others == null) {
                return ways;
            }
            rest = others;
        }
        if (value instanceof StateRef state) {
            Token token = rest.token(state.token());
            rest.note(
                    token.role(), "what has come is " + StateTypes.display(token.classes()) + ", which no case names");
        }
        ways.add(new Continuation(rest, new IntConstant(labels)));
        return ways;
    }

    /** Returns the states that a function captures and uses. */
    Set<Integer> usedBy(ProgramPath path, Function function) {
        Set<Integer> captured = new HashSet<>();
        function.addStates(captured);
        captured.removeIf(each -> path.token(each).is(Status.RELEASED));
        if (captured.isEmpty()) {
            return captured;
        }
        int parameters = Type.getArgumentTypes(function.target().getDesc()).length
                + (function.target().getTag() == Opcodes.H_INVOKESTATIC
                                || function.target().getTag() == Opcodes.H_NEWINVOKESPECIAL
                        ? 0
                        : 1);
        List<Value> arguments = new ArrayList<>(
                Collections.nCopies(Math.max(0, parameters - function.captured().size()), Value.Unknown.SINGLE));
        Set<Integer> used = new HashSet<>();
        analysis.reports.silently(() -> {
            ProgramPath trial = path.copy();
            List<ProgramPath> failed = new ArrayList<>();
            analysis.catching(failed, () -> calls.apply(trial, function, arguments))
                    .forEach(way -> captured.stream()
                            .filter(each -> isTouched(way.path(), path, each))
                            .forEach(used::add));
            for (ProgramPath end : failed) {
                // Where the failure has ended the session, nothing is left to do.
                captured.stream()
                        .filter(each -> isTouched(end, path, each))
                        .filter(each -> !end.tokens.containsKey(each)
                                || !end.token(each).is(Status.RELEASED))
                        .forEach(used::add);
            }
        });
        return used;
    }

    private static boolean isTouched(ProgramPath end, ProgramPath start, int number) {
        Token token = end.tokens.get(number);
        Token before = start.token(number);
        return token == null
                || token.status() != before.status()
                || !token.branches().areAs(before.branches());
    }

    /** A test library runs a function at once, and goes on whether it throws or not; what it throws has ended the session. */
    List<Continuation> runOnce(ProgramPath path, Call call) {
        List<Continuation> ways = new ArrayList<>();
        for (Value argument : call.arguments()) {
            if (argument instanceof Function function && function.captured().size() == parameters(function)) {
                List<ProgramPath> caught = new ArrayList<>();
                Set<Integer> used = usedBy(path, function);
                List<Continuation> returned =
                        analysis.catching(caught, () -> calls.apply(path.copy(), function, List.of()));
                returned.forEach(each -> ways.add(new Continuation(each.path(), calls.result(each.path(), call))));
                for (ProgramPath each : caught) {
                    each.release(token ->
                            used.stream().anyMatch(number -> path.token(number).role() == token.role()));
                    ways.add(new Continuation(each, calls.result(each, call)));
                }
                return ways;
            }
        }
        return List.of(new Continuation(path, calls.result(path, call)));
    }

    /** An action is done by the thread that asks for it, and what it returns is handed on; or the conversation refuses it, and nothing is done. */
    List<Continuation> act(ProgramPath path, Call call, Function action) {
        if (analysis.heedsThrown(path)) {
            analysis.thrown(path.copy(), "java/lang/RuntimeException");
        }
        return calls.apply(path, action, List.of(Value.Unknown.SINGLE)).stream()
                .map(way -> way.value() instanceof StateRef
                        ? way
                        : new Continuation(way.path(), calls.result(way.path(), call)))
                .toList();
    }

    private static int parameters(Function function) {
        boolean hasObject = function.target().getTag() != Opcodes.H_INVOKESTATIC
                && function.target().getTag() != Opcodes.H_NEWINVOKESPECIAL;
        return Type.getArgumentTypes(function.target().getDesc()).length + (hasObject ? 1 : 0);
    }
}
