package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.Token.Status;
import dev.parley.maven.bytecode.linear.Value.Capturing;
import dev.parley.maven.bytecode.linear.Value.Function;
import dev.parley.maven.bytecode.linear.Value.StateRef;
import dev.parley.maven.bytecode.linear.Value.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * How far one path through a method has come, and what is known there. Where several things may happen next, the path is copied.
 *
 * <p>States have numbers: {@code -1 - i} for the argument {@code i}, and for those that come from an instruction a multiple of
 * {@link #GENERATIONS}, to which one is added when the instruction makes another while the older is still there.
 */
final class ProgramPath {

    static final int GENERATIONS = 1 << 10;

    /** No exception is on its way. */
    static final int NOT_UNWINDING = -1;

    final Frame<Value> frame;
    final TreeMap<Integer, Token> tokens;
    int at;
    int line;

    /** The handler through which an exception was last caught on the path, or {@link #NOT_UNWINDING}. */
    int unwinding = NOT_UNWINDING;

    @Nullable Trace trace;

    ProgramPath(Frame<Value> frame, int line) {
        this.frame = frame;
        this.tokens = new TreeMap<>();
        this.line = line;
    }

    private ProgramPath(ProgramPath other) {
        frame = new Frame<>(other.frame);
        tokens = new TreeMap<>(other.tokens);
        at = other.at;
        line = other.line;
        unwinding = other.unwinding;
        trace = other.trace;
    }

    ProgramPath copy() {
        return new ProgramPath(this);
    }

    static int argument(int index) {
        return -1 - index;
    }

    static boolean isArgument(int token) {
        return token < 0;
    }

    void note(int role, String text) {
        trace = new Trace(trace, role, new Step(line, text));
    }

    Token token(int number) {
        Token token = tokens.get(number);
        if (token == null) {
            throw new IllegalStateException("there is no state " + number);
        }
        return token;
    }

    void update(int number, UnaryOperator<Token> change) {
        tokens.put(number, change.apply(token(number)));
    }

    /** Adds a state that comes from an instruction, and returns the value that stands for it. */
    StateRef add(int site, Token token) {
        int number = (site + 1) * GENERATIONS;
        if (tokens.containsKey(number)) {
            int older = number + 1;
            while (tokens.containsKey(older)) {
                older++;
            }
            rename(number, older);
        }
        tokens.put(number, token);
        return new StateRef(number);
    }

    private void rename(int number, int to) {
        tokens.put(to, token(number));
        tokens.remove(number);
        tokens.replaceAll((each, token) -> token.next() == number ? token.leadTo(to) : token);
        replace(new StateRef(number), new StateRef(to));
    }

    /** Replaces a value wherever it is. */
    void replace(Value old, Value by) {
        for (int i = 0; i < frame.getLocals(); i++) {
            frame.setLocal(i, replaced(frame.getLocal(i), old, by));
        }
        for (int i = 0; i < frame.getStackSize(); i++) {
            frame.setStack(i, replaced(frame.getStack(i), old, by));
        }
    }

    private static Value replaced(Value value, Value old, Value by) {
        if (value.equals(old)) {
            return by;
        }
        if (value instanceof Function function && !function.captured().isEmpty()) {
            return new Function(
                    function.type(), function.method(), function.target(), replaced(function.captured(), old, by));
        }
        if (value instanceof Capturing object) {
            return new Capturing(object.type(), replaced(object.captured(), old, by));
        }
        return value;
    }

    private static List<Value> replaced(List<Value> values, Value old, Value by) {
        return values.stream().map(each -> replaced(each, old, by)).toList();
    }

    /** Returns a value for what an instruction yields that is not known but may be compared later. */
    Value symbol(int site) {
        Symbol symbol = new Symbol(site);
        replace(symbol, Value.Unknown.SINGLE);
        forget(new Value.Index(site));
        return symbol;
    }

    /** Returns a value for an int that an instruction yields and that is not known but may tell members apart. */
    Value index(int site) {
        Value.Index index = new Value.Index(site);
        forget(index);
        return index;
    }

    private void forget(Value.Index index) {
        replace(index, Value.Unknown.SINGLE);
        tokens.replaceAll((number, token) ->
                token.with(token.branches().with(token.branches().members().forget(index))));
    }

    /** Returns the values that the states of an object must have to be still within reach. */
    private Set<Integer> reachable() {
        Set<Integer> reachable = new HashSet<>();
        for (int i = 0; i < frame.getLocals(); i++) {
            frame.getLocal(i).addStates(reachable);
        }
        for (int i = 0; i < frame.getStackSize(); i++) {
            frame.getStack(i).addStates(reachable);
        }
        return reachable;
    }

    /** Finds the states that nobody has any more: those that had to be used are lost, the others need no further attention. */
    void collect(StateTypes types) {
        if (tokens.isEmpty()) {
            return;
        }
        Set<Integer> reachable = reachable();
        for (int number : List.copyOf(reachable)) {
            reachable.add(token(number).next());
        }
        for (Map.Entry<Integer, Token> each : List.copyOf(tokens.entrySet())) {
            Token token = each.getValue();
            if (!reachable.contains(each.getKey()) && !isArgument(each.getKey()) && !token.is(Status.LOST)) {
                if (isDue(token, types)) {
                    note(token.role(), StateTypes.display(token.classes()) + " is forgotten");
                    tokens.put(each.getKey(), token.become(Status.LOST));
                } else {
                    tokens.remove(each.getKey());
                }
            }
        }
    }

    static boolean isDue(Token token, StateTypes types) {
        return (token.is(Status.LIVE) || token.is(Status.LOST)) && !types.isOver(token.classes());
    }

    /** Releases the states whose sessions have ended. */
    void release(java.util.function.Predicate<Token> which) {
        tokens.replaceAll((number, token) -> (token.is(Status.LIVE) || token.is(Status.LOST)) && which.test(token)
                ? token.become(Status.RELEASED)
                : token);
    }

    /** Forgets all about a role: something is wrong with it, and more would only follow from that. */
    void giveUp(int role) {
        tokens.replaceAll((number, token) -> token.role() == role ? token.become(Status.RELEASED) : token);
    }

    /**
     * Returns the path on which a state is of a class, or is not; null if it cannot be.
     *
     * @param yes whether it is
     */
    @Nullable ProgramPath narrow(int number, String type, boolean yes, Declarations declarations) {
        Token token = token(number);
        SortedSet<String> left = new TreeSet<>();
        for (String each : token.classes()) {
            boolean is = declarations.isSubtype(each, type);
            if (yes && is) {
                left.add(each);
            } else if (yes && declarations.isSubtype(type, each)) {
                left.add(type);
            } else if (!yes && !is) {
                left.add(each);
            }
        }
        if (left.isEmpty()) {
            return null;
        }
        ProgramPath narrowed = copy();
        if (yes || !left.equals(token.classes())) {
            narrowed.tokens.put(number, token.narrow(left, !yes));
        }
        return narrowed;
    }

    /** Returns what tells this path from others at the same instruction. */
    Object key() {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < frame.getLocals(); i++) {
            key.add(frame.getLocal(i));
        }
        for (int i = 0; i < frame.getStackSize(); i++) {
            key.add(frame.getStack(i));
        }
        key.add(new TreeMap<>(tokens));
        key.add(unwinding);
        return key;
    }

    /** Forgets what is known of values that hold no state. */
    void weaken() {
        for (int i = 0; i < frame.getLocals(); i++) {
            frame.setLocal(i, weakened(frame.getLocal(i)));
        }
        for (int i = 0; i < frame.getStackSize(); i++) {
            frame.setStack(i, weakened(frame.getStack(i)));
        }
    }

    private static Value weakened(Value value) {
        return value instanceof StateRef || value instanceof Function || value instanceof Capturing
                ? value
                : value.getSize() == 2 ? Value.Unknown.WIDE : Value.Unknown.SINGLE;
    }
}
