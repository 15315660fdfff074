package dev.parley.maven.bytecode.linear;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which local variables may still be read: the classic backward analysis. Values in others only keep paths apart that are
 * alike from there on.
 */
final class Liveness {

    private final BitSet[] before;

    Liveness(MethodNode method) {
        InsnList instructions = method.instructions;
        int size = instructions.size();
        before = new BitSet[size];
        java.util.List<Deque<Integer>> predecessors = new java.util.ArrayList<>(size);
        Deque<Integer> work = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            before[i] = new BitSet();
            predecessors.add(new ArrayDeque<>());
            work.addFirst(i);
        }
        for (int i = 0; i < size; i++) {
            addEdges(instructions, i, predecessors);
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            int handler = instructions.indexOf(block.handler);
            for (int i = instructions.indexOf(block.start); i < instructions.indexOf(block.end); i++) {
                predecessors.get(handler).add(i);
            }
        }
        solve(instructions, predecessors, work);
    }

    private void solve(InsnList instructions, java.util.List<Deque<Integer>> predecessors, Deque<Integer> work) {
        BitSet[] after = new BitSet[before.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = new BitSet();
        }
        boolean[] seen = new boolean[before.length];
        while (!work.isEmpty()) {
            int at = work.removeFirst();
            BitSet live = transfer(instructions.get(at), after[at]);
            if (seen[at] && live.equals(before[at])) {
                continue;
            }
            seen[at] = true;
            before[at] = live;
            for (int predecessor : predecessors.get(at)) {
                BitSet merged = (BitSet) after[predecessor].clone();
                merged.or(live);
                if (!merged.equals(after[predecessor])) {
                    after[predecessor] = merged;
                    work.addLast(predecessor);
                }
            }
        }
    }

    boolean isLive(int at, int variable) {
        return before[at].get(variable);
    }

    private static BitSet transfer(AbstractInsnNode instruction, BitSet after) {
        BitSet live = (BitSet) after.clone();
        if (instruction instanceof VarInsnNode variable) {
            boolean store = variable.getOpcode() >= Opcodes.ISTORE && variable.getOpcode() <= Opcodes.ASTORE;
            live.set(variable.var, !store);
        } else if (instruction instanceof IincInsnNode increment) {
            live.set(increment.var);
        }
        return live;
    }

    private static void addEdges(InsnList instructions, int at, java.util.List<Deque<Integer>> predecessors) {
        AbstractInsnNode instruction = instructions.get(at);
        boolean fallsThrough = true;
        if (instruction instanceof JumpInsnNode jump) {
            predecessors.get(instructions.indexOf(jump.label)).add(at);
            fallsThrough = jump.getOpcode() != Opcodes.GOTO;
        } else if (instruction instanceof TableSwitchInsnNode table) {
            for (LabelNode label : table.labels) {
                predecessors.get(instructions.indexOf(label)).add(at);
            }
            predecessors.get(instructions.indexOf(table.dflt)).add(at);
            fallsThrough = false;
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            for (LabelNode label : lookup.labels) {
                predecessors.get(instructions.indexOf(label)).add(at);
            }
            predecessors.get(instructions.indexOf(lookup.dflt)).add(at);
            fallsThrough = false;
        } else {
            int opcode = instruction.getOpcode();
            fallsThrough = opcode != Opcodes.ATHROW && (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN);
        }
        if (fallsThrough && at + 1 < instructions.size()) {
            predecessors.get(at + 1).add(at);
        }
    }

    /** Returns how many slots the arguments of a method take, its object included. */
    static int argumentSlots(String descriptor, boolean isStatic) {
        return (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - (isStatic ? 1 : 0);
    }
}
