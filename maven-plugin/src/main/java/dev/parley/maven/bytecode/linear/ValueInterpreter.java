package dev.parley.maven.bytecode.linear;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** The instructions that have nothing to do with states: constants are kept, all else becomes unknown. */
final class ValueInterpreter extends Interpreter<Value> {

    ValueInterpreter() {
        super(Opcodes.ASM9);
    }

    @Override
    public @Nullable Value newValue(@Nullable Type type) {
        if (type == null) {
            return Value.Unknown.SINGLE;
        }
        return type.getSort() == Type.VOID ? null : Value.of(type);
    }

    @Override
    public Value newOperation(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        return switch (opcode) {
            case Opcodes.ACONST_NULL -> Value.Null.INSTANCE;
            case Opcodes.ICONST_M1,
                    Opcodes.ICONST_0,
                    Opcodes.ICONST_1,
                    Opcodes.ICONST_2,
                    Opcodes.ICONST_3,
                    Opcodes.ICONST_4,
                    Opcodes.ICONST_5 -> new Value.IntConstant(opcode - Opcodes.ICONST_0);
            case Opcodes.BIPUSH, Opcodes.SIPUSH -> new Value.IntConstant(((IntInsnNode) instruction).operand);
            case Opcodes.LDC -> constant(((LdcInsnNode) instruction).cst);
            case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> Value.Unknown.WIDE;
            case Opcodes.GETSTATIC -> Value.of(Type.getType(((FieldInsnNode) instruction).desc));
            case Opcodes.NEW -> new Value.Instance(((TypeInsnNode) instruction).desc);
            default -> Value.Unknown.SINGLE;
        };
    }

    private static Value constant(Object constant) {
        if (constant instanceof Integer number) {
            return new Value.IntConstant(number);
        }
        return constant instanceof Long || constant instanceof Double ? Value.Unknown.WIDE : Value.Unknown.SINGLE;
    }

    @Override
    public Value copyOperation(AbstractInsnNode instruction, Value value) {
        return value;
    }

    @Override
    public @Nullable Value unaryOperation(AbstractInsnNode instruction, Value value) {
        return switch (instruction.getOpcode()) {
            case Opcodes.LNEG,
                    Opcodes.DNEG,
                    Opcodes.I2L,
                    Opcodes.I2D,
                    Opcodes.L2D,
                    Opcodes.F2L,
                    Opcodes.F2D,
                    Opcodes.D2L -> Value.Unknown.WIDE;
            case Opcodes.GETFIELD -> Value.of(Type.getType(((FieldInsnNode) instruction).desc));
            case Opcodes.CHECKCAST -> value;
            default -> Value.Unknown.SINGLE;
        };
    }

    @Override
    public @Nullable Value binaryOperation(AbstractInsnNode instruction, Value value1, Value value2) {
        return switch (instruction.getOpcode()) {
            case Opcodes.LALOAD,
                    Opcodes.DALOAD,
                    Opcodes.LADD,
                    Opcodes.DADD,
                    Opcodes.LSUB,
                    Opcodes.DSUB,
                    Opcodes.LMUL,
                    Opcodes.DMUL,
                    Opcodes.LDIV,
                    Opcodes.DDIV,
                    Opcodes.LREM,
                    Opcodes.DREM,
                    Opcodes.LSHL,
                    Opcodes.LSHR,
                    Opcodes.LUSHR,
                    Opcodes.LAND,
                    Opcodes.LOR,
                    Opcodes.LXOR -> Value.Unknown.WIDE;
            default -> Value.Unknown.SINGLE;
        };
    }

    @Override
    public Value ternaryOperation(AbstractInsnNode instruction, Value value1, Value value2, Value value3) {
        return Value.Unknown.SINGLE;
    }

    @Override
    public Value naryOperation(AbstractInsnNode instruction, List<? extends Value> values) {
        if (instruction instanceof MultiANewArrayInsnNode) {
            return Value.Unknown.SINGLE;
        }
        throw new IllegalArgumentException("calls are not interpreted here");
    }

    @Override
    public void returnOperation(AbstractInsnNode instruction, Value value, Value expected) {}

    @Override
    public Value merge(Value value1, Value value2) {
        throw new UnsupportedOperationException("paths are not merged");
    }
}
