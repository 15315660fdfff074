package dev.parley.maven.bytecode.linear;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * What a class file declares, without code.
 *
 * @param name the internal name
 * @param access the flags
 * @param superName the superclass, or null
 * @param interfaces the interfaces
 * @param permitted the permitted subclasses of a sealed type, in order
 * @param fieldTypes the descriptors of the fields that objects have
 * @param staticFieldTypes the descriptors of the static fields
 * @param methods by name and descriptor
 * @param declaresThrown whether methods have to declare the checked exceptions that they throw, as in Java
 */
record ClassFacts(
        String name,
        int access,
        @Nullable String superName,
        List<String> interfaces,
        List<String> permitted,
        List<String> fieldTypes,
        List<String> staticFieldTypes,
        Map<String, MethodFacts> methods,
        boolean declaresThrown) {

    boolean isFinal() {
        return (access & Opcodes.ACC_FINAL) != 0;
    }

    boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    /**
     * What a class file declares of a method.
     *
     * @param access the flags
     * @param name the name
     * @param descriptor the descriptor
     * @param exceptions what it declares to throw
     * @param takenOver which parameters have the annotation for that
     * @param borrowed which parameters have the annotation for that
     * @param ignorable whether the result may be dropped
     */
    record MethodFacts(
            int access,
            String name,
            String descriptor,
            List<String> exceptions,
            BitSet takenOver,
            BitSet borrowed,
            boolean ignorable) {

        boolean isStatic() {
            return (access & Opcodes.ACC_STATIC) != 0;
        }

        boolean isAnnotated() {
            return !takenOver.isEmpty() || !borrowed.isEmpty();
        }

        /** Returns whether the method takes over what it gets for a parameter; its object, which is number -1, it does not. */
        boolean takesOver(int parameter) {
            return parameter >= 0 && takenOver.get(parameter);
        }

        /** Returns whether the method borrows what it gets for a parameter. */
        boolean borrows(int parameter) {
            return parameter >= 0 && borrowed.get(parameter);
        }
    }
}
