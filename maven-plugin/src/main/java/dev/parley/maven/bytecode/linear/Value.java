package dev.parley.maven.bytecode.linear;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/** What is known of a value in a local variable or on the operand stack. */
sealed interface Value extends org.objectweb.asm.tree.analysis.Value {

    @Override
    default int getSize() {
        return 1;
    }

    /** Adds the numbers of the states that the value gives access to. */
    default void addStates(Set<Integer> to) {}

    /** Returns an unknown value of a type; not for void. */
    static Value of(Type type) {
        return type.getSize() == 2 ? Unknown.WIDE : Unknown.SINGLE;
    }

    /** Returns whether a test may tell all about a value of a type: a boolean, or whether there is an object. */
    static boolean isTelling(Type type) {
        return type.getSort() == Type.BOOLEAN || type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    /** A value that is not known. */
    record Unknown(int size) implements Value {

        /** Any but a long or a double. */
        static final Value SINGLE = new Unknown(1);

        /** A long or a double. */
        static final Value WIDE = new Unknown(2);

        @Override
        public int getSize() {
            return size;
        }
    }

    /**
     * A value that is not known but is the same wherever it turns up: what becomes known of it in one place is known in all.
     *
     * @param site the instruction that it came from, or the parameter, counted down from -1
     */
    record Symbol(int site) implements Value {}

    /**
     * An int that is not known but is the same wherever it turns up.
     *
     * @param site where it came from, as of symbols; that of an unboxed symbol is the symbol's
     */
    record Index(int site) implements Value {}

    /** A number, or a boolean. */
    record IntConstant(int value) implements Value {}

    /** No object. */
    record Null() implements Value {
        static final Value INSTANCE = new Null();
    }

    /** An object that is no state and not null; its class is at least the one given. */
    record Instance(String type) implements Value {}

    /** A stream that runs in several threads. */
    record ParallelStream() implements Value {}

    /** A state. */
    record StateRef(int token) implements Value {
        @Override
        public void addStates(Set<Integer> to) {
            to.add(token);
        }
    }

    /**
     * A lambda or a method reference.
     *
     * @param type the functional interface
     * @param method the name of its method
     * @param target what it runs
     * @param captured the values that the target gets first
     */
    record Function(String type, String method, Handle target, List<Value> captured) implements Value {
        @Override
        public void addStates(Set<Integer> to) {
            captured.forEach(each -> each.addStates(to));
        }
    }

    /**
     * An object of a local or anonymous class that was made with states.
     *
     * @param type the class
     * @param captured the states
     */
    record Capturing(String type, List<Value> captured) implements Value {
        @Override
        public void addStates(Set<Integer> to) {
            captured.forEach(each -> each.addStates(to));
        }
    }
}
