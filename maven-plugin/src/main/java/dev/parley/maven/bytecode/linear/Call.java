package dev.parley.maven.bytecode.linear;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A call, be it an instruction or a function's.
 *
 * @param kind as in method handles, such as {@link Opcodes#H_INVOKESTATIC}
 * @param owner the class that is named in the call
 * @param name the method
 * @param descriptor its descriptor
 * @param arguments what it gets, its object first
 */
record Call(int kind, String owner, String name, String descriptor, List<Value> arguments) {

    static Call of(MethodInsnNode instruction, List<Value> arguments) {
        int kind = switch (instruction.getOpcode()) {
            case Opcodes.INVOKESTATIC -> Opcodes.H_INVOKESTATIC;
            case Opcodes.INVOKESPECIAL -> Opcodes.H_INVOKESPECIAL;
            case Opcodes.INVOKEINTERFACE -> Opcodes.H_INVOKEINTERFACE;
            default -> Opcodes.H_INVOKEVIRTUAL;
        };
        return new Call(kind, instruction.owner, instruction.name, instruction.desc, arguments);
    }

    /** Returns what a handle does with arguments; a constructor gets its object first, as in bytecode. */
    static Call of(Handle handle, List<Value> arguments) {
        if (handle.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            return new Call(handle.getTag(), handle.getOwner(), handle.getName(), handle.getDesc(), arguments);
        }
        List<Value> all = new ArrayList<>(arguments);
        all.add(0, new Value.Instance(handle.getOwner()));
        return new Call(Opcodes.H_INVOKESPECIAL, handle.getOwner(), handle.getName(), handle.getDesc(), all);
    }

    boolean isStatic() {
        return kind == Opcodes.H_INVOKESTATIC;
    }

    boolean isVirtual() {
        return kind == Opcodes.H_INVOKEVIRTUAL || kind == Opcodes.H_INVOKEINTERFACE;
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    Type result() {
        return Type.getReturnType(descriptor);
    }

    /** Returns the method as it is told to users. */
    String display() {
        return isConstructor() ? "new " + StateTypes.display(owner) : name + "()";
    }

    Value receiver() {
        return isStatic() ? Value.Unknown.SINGLE : arguments.get(0);
    }

    /** Returns how many arguments come before the parameters: the object, if there is one. */
    int first() {
        return isStatic() ? 0 : 1;
    }
}
