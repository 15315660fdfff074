package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.Summaries.Context;
import dev.parley.maven.bytecode.linear.Value.StateRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Follows all paths through one method.
 *
 * <p>What is known on a path is kept apart from what is known on others, so a test tells something about all values at once: that is
 * how "nothing has come" and "the state is unused" stay together. Paths that know the same at the same place are followed once. As all
 * values come from a finite set, this ends. (Property simulation does the same with the properties alone: Das, Lerner and Seigle, ESP:
 * path-sensitive program verification in polynomial time, PLDI 2002.)
 */
final class MethodAnalysis {

    /** When so many paths meet at one place, what is known of values without states is forgotten. */
    private static final int MANY = 64;

    /** When so many paths meet at one place, the analysis gives up. */
    private static final int TOO_MANY = 2_000;

    final Summaries summaries;
    final StateTypes types;
    final Context context;
    final Reports reports;
    final Uses uses;

    private final ControlFlow flow;
    private final Calls calls;
    private final ValueInterpreter interpreter = new ValueInterpreter();
    private final Deque<ProgramPath> work = new ArrayDeque<>();
    private final Map<Integer, Set<Object>> seen = new HashMap<>();
    private final Exits exits;
    private final Deque<List<ProgramPath>> catching = new ArrayDeque<>();
    private boolean unverified;

    MethodAnalysis(Summaries summaries, Context context) {
        this.summaries = summaries;
        this.types = summaries.types;
        this.context = context;
        this.flow = ControlFlow.of(context.code().method());
        this.reports = new Reports(context.code());
        this.calls = new Calls(this);
        this.exits = new Exits(this, flow.firstLine());
        this.uses = new Uses(reports, exits);
    }

    MethodResult run() {
        follow(Entry.path(context, summaries, flow.firstLine()));
        while (!work.isEmpty() && !unverified) {
            follow(work.removeLast());
        }
        calls.finish();
        return exits.result(unverified);
    }

    /** Follows a path until it ends or parts. */
    private void follow(ProgramPath path) {
        while (arrive(path)) {
            AbstractInsnNode instruction = flow.at(path.at);
            if (instruction instanceof LineNumberNode line) {
                path.line = line.line;
            }
            if (instruction.getOpcode() >= 0 && !step(path, instruction)) {
                return;
            }
            path.at++;
        }
    }

    /** Returns whether the path is to be followed from here: where paths meet, only if no other knew the same. */
    private boolean arrive(ProgramPath path) {
        if (!flow.isJoin(path.at)) {
            return true;
        }
        forgetDead(path, path.at);
        Set<Object> known = seen.computeIfAbsent(path.at, each -> new HashSet<>());
        if (known.size() > MANY) {
            path.weaken();
        }
        if (known.size() > TOO_MANY) {
            unverified = true;
            return false;
        }
        return known.add(path.key());
    }

    /** Forgets what is in variables that are not read any more. */
    private void forgetDead(ProgramPath path, int at) {
        for (int i = 0; i < path.frame.getLocals(); i++) {
            if (!flow.isLive(at, i) && !path.frame.getLocal(i).equals(Value.Unknown.SINGLE)) {
                path.frame.setLocal(i, Value.Unknown.SINGLE);
            }
        }
        path.collect(types);
    }

    /** Takes one instruction. Returns whether the path goes on with the next one; if not, all its ways on are in the work list. */
    private boolean step(ProgramPath path, AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (instruction instanceof MethodInsnNode call) {
            return goOn(path, calls.invoke(path, call), Type.getReturnType(call.desc));
        }
        if (instruction instanceof InvokeDynamicInsnNode call) {
            return goOn(path, calls.invokeDynamic(path, call), Type.getReturnType(call.desc));
        }
        switch (opcode) {
            case Opcodes.INSTANCEOF -> {
                return goOn(path, instanceOf(path, (TypeInsnNode) instruction), Type.BOOLEAN_TYPE);
            }
            case Opcodes.CHECKCAST -> {
                return cast(path, (TypeInsnNode) instruction);
            }
            case Opcodes.PUTFIELD, Opcodes.PUTSTATIC, Opcodes.AASTORE -> {
                store(path, instruction);
                return true;
            }
            case Opcodes.ATHROW -> {
                Value thrown = path.frame.pop();
                thrown(path, thrown instanceof Value.Instance known ? known.type() : "java/lang/Throwable");
                return false;
            }
            case Opcodes.IRETURN, Opcodes.LRETURN, Opcodes.FRETURN, Opcodes.DRETURN, Opcodes.ARETURN -> {
                exits.returned(path, path.frame.pop());
                return false;
            }
            case Opcodes.RETURN -> {
                exits.returned(path, Value.Unknown.SINGLE);
                return false;
            }
            default -> {
                if (flow.isBranch(instruction)) {
                    flow.branch(path, instruction).forEach(this::jump);
                    return false;
                }
                flow.implicitlyThrown(opcode).ifPresent(type -> {
                    if (flow.isCovered(path.at)) {
                        thrown(path.copy(), type);
                    }
                });
                execute(path, instruction);
                if (opcode == Opcodes.ASTORE || opcode == Opcodes.POP || opcode == Opcodes.POP2) {
                    path.collect(types);
                }
                return true;
            }
        }
    }

    private void execute(ProgramPath path, AbstractInsnNode instruction) {
        try {
            if (instruction.getOpcode() == Opcodes.GETFIELD || instruction.getOpcode() == Opcodes.GETSTATIC) {
                path.frame.execute(instruction, interpreter);
                Type type = Type.getType(((FieldInsnNode) instruction).desc);
                if (Value.isTelling(type)) {
                    path.frame.setStack(path.frame.getStackSize() - 1, path.symbol(path.at));
                }
                return;
            }
            path.frame.execute(instruction, interpreter);
        } catch (AnalyzerException e) {
            throw new IllegalStateException("no valid code: " + context.id(), e);
        }
    }

    private void jump(ProgramPath path, int target) {
        if (target <= path.at) {
            forgetDead(path, target);
            exits.wentBack(path, target);
        }
        path.at = target;
        work.addLast(path);
    }

    /** Goes on behind a call with what it has returned. */
    private boolean goOn(ProgramPath path, List<Continuation> continuations, Type result) {
        for (Continuation each : continuations) {
            if (result.getSort() != Type.VOID) {
                each.path().frame.push(each.value());
            }
            each.path().collect(types);
            if (each.path() == path && continuations.size() == 1) {
                return true;
            }
            each.path().at++;
            work.addLast(each.path());
        }
        return false;
    }

    private List<Continuation> instanceOf(ProgramPath path, TypeInsnNode instruction) {
        Value value = path.frame.pop();
        if (value.equals(Value.Null.INSTANCE)) {
            return List.of(new Continuation(path, new Value.IntConstant(0)));
        }
        if (value instanceof StateRef state && types.isState(instruction.desc)) {
            return test(path, state, instruction.desc);
        }
        return List.of(new Continuation(path, Value.Unknown.SINGLE));
    }

    private List<Continuation> test(ProgramPath path, StateRef state, String type) {
        List<Continuation> ways = new ArrayList<>();
        ProgramPath yes = path.narrow(state.token(), type, true, summaries.declarations);
        ProgramPath no = path.narrow(state.token(), type, false, summaries.declarations);
        String what = StateTypes.display(type);
        if (yes != null) {
            if (no != null) {
                yes.note(yes.token(state.token()).role(), "what has come is " + what);
            }
            ways.add(new Continuation(yes, new Value.IntConstant(1)));
        }
        if (no != null) {
            if (yes != null) {
                no.note(no.token(state.token()).role(), "what has come is not " + what);
            }
            ways.add(new Continuation(no, new Value.IntConstant(0)));
        }
        return ways;
    }

    private boolean cast(ProgramPath path, TypeInsnNode instruction) {
        Value value = path.frame.getStack(path.frame.getStackSize() - 1);
        if (value instanceof StateRef state && types.isState(instruction.desc)) {
            ProgramPath yes = path.narrow(state.token(), instruction.desc, true, summaries.declarations);
            ProgramPath no = path.narrow(state.token(), instruction.desc, false, summaries.declarations);
            if (no != null) {
                no.note(no.token(state.token()).role(), "what has come is not " + StateTypes.display(instruction.desc));
                thrown(no, "java/lang/ClassCastException");
            }
            if (yes == null) {
                return false;
            }
            yes.at++;
            work.addLast(yes);
            return false;
        }
        if (flow.isCovered(path.at)) {
            thrown(path.copy(), "java/lang/ClassCastException");
        }
        return true;
    }

    private void store(ProgramPath path, AbstractInsnNode instruction) {
        Value stored = path.frame.getStack(path.frame.getStackSize() - 1);
        String place = instruction instanceof FieldInsnNode field ? "the field " + field.name : "an array";
        boolean inLocalClass = instruction instanceof FieldInsnNode field
                && field.owner.equals(context.code().owner().name)
                && context.code().method().name.equals("<init>")
                && summaries.module.isLocal(field.owner);
        if (inLocalClass) {
            calls.giveAway(path, stored);
        } else {
            calls.escape(path, stored, "stored in " + place);
        }
        execute(path, instruction);
        path.collect(types);
    }

    /**
     * An exception is on its way: all handlers that may catch it are followed, and if none surely does, the method ends.
     *
     * @param path how things are when it is thrown; is used up
     */
    void thrown(ProgramPath path, String type) {
        thrown(path, type, Set.of());
    }

    /**
     * An exception is on its way that is of none of some types.
     *
     * @param path how things are when it is thrown; is used up
     */
    void thrown(ProgramPath path, String type, Set<String> never) {
        if (!catching.isEmpty()) {
            catching.getLast().add(path);
            return;
        }
        for (ControlFlow.Handler handler : flow.handlers(path.at)) {
            boolean surely = summaries.declarations.isSubtype(type, handler.type());
            if (!surely && (never.contains(handler.type()) || !mayBe(handler.type(), type))) {
                continue;
            }
            ProgramPath caught = path.copy();
            caught.frame.clearStack();
            caught.frame.push(new Value.Instance(surely ? type : handler.type()));
            if (!handler.isFinally()) {
                caught.note(Trace.ALL, StateTypes.display(handler.type()) + " is thrown here and caught");
            }
            caught.at = handler.at();
            caught.unwinding = handler.at();
            work.addLast(caught);
            if (surely) {
                return;
            }
        }
        exits.thrown(path, type);
    }

    /** Returns whether an exception of one type may be of another that is below it. */
    private boolean mayBe(String type, String of) {
        return summaries.declarations.find(type).isEmpty() || summaries.declarations.isSubtype(type, of);
    }

    private boolean isCovered(ProgramPath path) {
        return flow.isCovered(path.at) || !catching.isEmpty();
    }

    /** Returns whether it matters to anybody what is thrown. */
    boolean heedsThrown(ProgramPath path) {
        return isCovered(path) || context.given().stream().anyMatch(each -> !each.isEmpty());
    }

    void escape(ProgramPath path, Value value, String how) {
        calls.escape(path, value, how);
    }

    /** Collects what is thrown while something is done, instead of looking for handlers. */
    <T> T catching(List<ProgramPath> to, java.util.function.Supplier<T> action) {
        catching.addLast(to);
        try {
            return action.get();
        } finally {
            catching.removeLast();
        }
    }
}
