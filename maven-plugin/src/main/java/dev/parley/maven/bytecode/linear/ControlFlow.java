package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.Value.IntConstant;
import dev.parley.maven.bytecode.linear.Value.Symbol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Where control may go in a method, and what a branch tells of the values that it depends on. */
final class ControlFlow {

    private final InsnList instructions;
    private final Liveness liveness;
    private final BitSet joins = new BitSet();
    private final BitSet covered = new BitSet();
    private final List<Range> ranges = new ArrayList<>();
    private final int firstLine;

    private record Range(int start, int end, Handler handler) {}

    /**
     * A handler of exceptions.
     *
     * @param at where it begins
     * @param type what it catches
     * @param isFinally whether it catches all, as what a compiler makes of finally
     */
    record Handler(int at, String type, boolean isFinally) {}

    private ControlFlow(MethodNode method) {
        instructions = method.instructions;
        liveness = new Liveness(method);
        int line = 0;
        for (AbstractInsnNode each : instructions) {
            if (line == 0 && each instanceof LineNumberNode first) {
                line = first.line;
            }
            targets(each).forEach(target -> joins.set(instructions.indexOf(target)));
        }
        firstLine = line;
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            int start = instructions.indexOf(block.start);
            int end = instructions.indexOf(block.end);
            int handler = instructions.indexOf(block.handler);
            joins.set(handler);
            covered.set(start, end);
            String type = block.type == null ? "java/lang/Throwable" : block.type;
            ranges.add(new Range(start, end, new Handler(handler, type, block.type == null)));
        }
    }

    static ControlFlow of(MethodNode method) {
        return new ControlFlow(method);
    }

    private static List<LabelNode> targets(AbstractInsnNode instruction) {
        if (instruction instanceof JumpInsnNode jump) {
            return List.of(jump.label);
        }
        List<LabelNode> targets = new ArrayList<>();
        if (instruction instanceof TableSwitchInsnNode table) {
            targets.addAll(table.labels);
            targets.add(table.dflt);
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            targets.addAll(lookup.labels);
            targets.add(lookup.dflt);
        }
        return targets;
    }

    AbstractInsnNode at(int index) {
        return instructions.get(index);
    }

    int firstLine() {
        return firstLine;
    }

    boolean isJoin(int at) {
        return joins.get(at);
    }

    boolean isLive(int at, int variable) {
        return liveness.isLive(at, variable);
    }

    /** Returns whether what is thrown at an instruction may be caught in the method. */
    boolean isCovered(int at) {
        return covered.get(at);
    }

    /** Returns the handlers for an instruction, in the order in which they are tried. */
    List<Handler> handlers(int at) {
        return ranges.stream()
                .filter(range -> range.start() <= at && at < range.end())
                .map(Range::handler)
                .toList();
    }

    /** Returns what an instruction that is no call may throw; errors of the JVM aside. */
    Optional<String> implicitlyThrown(int opcode) {
        return switch (opcode) {
            case Opcodes.IDIV, Opcodes.IREM, Opcodes.LDIV, Opcodes.LREM -> Optional.of("java/lang/ArithmeticException");
            case Opcodes.GETFIELD, Opcodes.ARRAYLENGTH -> Optional.of("java/lang/NullPointerException");
            case Opcodes.IALOAD,
                    Opcodes.LALOAD,
                    Opcodes.FALOAD,
                    Opcodes.DALOAD,
                    Opcodes.AALOAD,
                    Opcodes.BALOAD,
                    Opcodes.CALOAD,
                    Opcodes.SALOAD,
                    Opcodes.IASTORE,
                    Opcodes.LASTORE,
                    Opcodes.FASTORE,
                    Opcodes.DASTORE,
                    Opcodes.BASTORE,
                    Opcodes.CASTORE,
                    Opcodes.SASTORE -> Optional.of("java/lang/RuntimeException");
            default -> Optional.empty();
        };
    }

    boolean isBranch(AbstractInsnNode instruction) {
        return instruction instanceof JumpInsnNode
                || instruction instanceof TableSwitchInsnNode
                || instruction instanceof LookupSwitchInsnNode;
    }

    /** Returns the paths on which a branch may be left, with where each goes. The path itself is used up. */
    Map<ProgramPath, Integer> branch(ProgramPath path, AbstractInsnNode instruction) {
        if (instruction instanceof JumpInsnNode jump) {
            return jump(path, jump);
        }
        Map<Integer, LabelNode> cases = new LinkedHashMap<>();
        LabelNode otherwise;
        if (instruction instanceof TableSwitchInsnNode table) {
            for (int i = 0; i < table.labels.size(); i++) {
                cases.put(table.min + i, table.labels.get(i));
            }
            otherwise = table.dflt;
        } else {
            LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) instruction;
            for (int i = 0; i < lookup.labels.size(); i++) {
                cases.put(lookup.keys.get(i), lookup.labels.get(i));
            }
            otherwise = lookup.dflt;
        }
        if (path.frame.pop() instanceof IntConstant known) {
            return Map.of(path, instructions.indexOf(cases.getOrDefault(known.value(), otherwise)));
        }
        Map<ProgramPath, Integer> ways = new LinkedHashMap<>();
        cases.values().stream().distinct().forEach(label -> ways.put(path.copy(), instructions.indexOf(label)));
        ways.put(path.copy(), instructions.indexOf(otherwise));
        ways.forEach(this::noteWay);
        return ways;
    }

    private Map<ProgramPath, Integer> jump(ProgramPath path, JumpInsnNode jump) {
        int target = instructions.indexOf(jump.label);
        int opcode = jump.getOpcode();
        if (opcode == Opcodes.GOTO) {
            return Map.of(path, target);
        }
        Value right = path.frame.pop();
        boolean comparesTwo = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE;
        Value left = comparesTwo ? path.frame.pop() : right;
        Boolean known = comparesTwo ? compare(opcode, left, right) : test(opcode, left);
        if (known != null) {
            return Map.of(path, known ? target : path.at + 1);
        }
        ProgramPath jumps = path.copy();
        ProgramPath stays = path.copy();
        if (!comparesTwo && left instanceof Symbol symbol) {
            learn(jumps, symbol, opcode, true);
            learn(stays, symbol, opcode, false);
        }
        Map<ProgramPath, Integer> ways = new LinkedHashMap<>();
        ways.put(jumps, target);
        ways.put(stays, path.at + 1);
        ways.forEach(this::noteWay);
        return ways;
    }

    private void noteWay(ProgramPath path, int target) {
        for (int i = target; i < instructions.size(); i++) {
            if (instructions.get(i) instanceof LineNumberNode line) {
                if (line.line != path.line) {
                    path.note(Trace.ALL, "goes on at line " + line.line);
                }
                return;
            }
            if (instructions.get(i).getOpcode() >= 0) {
                return;
            }
        }
    }

    private static void learn(ProgramPath path, Symbol symbol, int opcode, boolean jumps) {
        switch (opcode) {
            case Opcodes.IFEQ, Opcodes.IFNE ->
                path.replace(symbol, (opcode == Opcodes.IFEQ) == jumps ? new IntConstant(0) : new IntConstant(1));
            case Opcodes.IFNULL, Opcodes.IFNONNULL ->
                path.replace(
                        symbol,
                        (opcode == Opcodes.IFNULL) == jumps
                                ? Value.Null.INSTANCE
                                : new Value.Instance("java/lang/Object"));
            default -> {
                // an order tells nothing that is kept
            }
        }
    }

    private static @Nullable Boolean test(int opcode, Value value) {
        if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
            if (value.equals(Value.Null.INSTANCE)) {
                return opcode == Opcodes.IFNULL;
            }
            boolean open = value instanceof Value.Unknown || value instanceof Symbol;
            return open ? null : Boolean.valueOf(opcode == Opcodes.IFNONNULL);
        }
        return value instanceof IntConstant number ? holds(opcode - Opcodes.IFEQ, number.value(), 0) : null;
    }

    private static @Nullable Boolean compare(int opcode, Value left, Value right) {
        if (left.equals(Value.Null.INSTANCE) && right.equals(Value.Null.INSTANCE)) {
            return opcode == Opcodes.IF_ACMPEQ;
        }
        if (left instanceof IntConstant one && right instanceof IntConstant two) {
            return holds(opcode - Opcodes.IF_ICMPEQ, one.value(), two.value());
        }
        return null;
    }

    /** Returns whether a comparison holds; they are numbered as in the instruction set. */
    private static boolean holds(int comparison, int left, int right) {
        return switch (comparison) {
            case 0 -> left == right;
            case 1 -> left != right;
            case 2 -> left < right;
            case 3 -> left >= right;
            case 4 -> left > right;
            default -> left <= right;
        };
    }
}
