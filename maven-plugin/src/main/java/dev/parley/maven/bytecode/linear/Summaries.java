package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.ClassFacts.MethodFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * What is known of each method: its {@linkplain Outcome outcomes}, found by analysing it with what is known of the methods that it
 * calls. Nothing is known at first, so a call seems not to return; as long as something new is learnt of a method, its callers are
 * analysed again. Outcomes are only ever added and there are finitely many, so this ends, recursion or not (the functional approach
 * of Sharir and Pnueli, Two approaches to interprocedural data flow analysis, 1981).
 */
final class Summaries {

    /** Calls deeper than this are analysed one after the other instead of within each other. */
    private static final int DEPTH = 60;

    final Declarations declarations;
    final StateTypes types;
    final Module module;

    private final Map<Context, Entry> entries = new LinkedHashMap<>();
    private final Deque<Context> work = new ArrayDeque<>();
    private final Set<String> programs = new HashSet<>();
    private int depth;

    Summaries(Declarations declarations, StateTypes types, Module module) {
        this.declarations = declarations;
        this.types = types;
        this.module = module;
    }

    /**
     * A method and which of its arguments are states.
     *
     * @param code the method
     * @param id what tells the method from all others
     * @param given the classes of each argument, none for those that are no states
     */
    record Context(Module.Code code, String id, List<SortedSet<String>> given) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Context that && id.equals(that.id) && given.equals(that.given);
        }

        @Override
        public int hashCode() {
            return 31 * id.hashCode() + given.hashCode();
        }
    }

    private static final class Entry {
        private final Set<Context> callers = new HashSet<>();
        private Set<Outcome> outcomes = Set.of();
        private @Nullable MethodResult result;
        private boolean queued;
    }

    /** Returns what a method is analysed with: arguments of a state's type are states, and so are others that are passed one. */
    Context context(Module.Code code, List<SortedSet<String>> passed) {
        List<SortedSet<String>> given = new ArrayList<>();
        if (!code.isStatic()) {
            given.add(Collections.emptySortedSet());
        }
        for (Type parameter : Type.getArgumentTypes(code.method().desc)) {
            SortedSet<String> classes =
                    given.size() < passed.size() ? passed.get(given.size()) : Collections.emptySortedSet();
            given.add(types.isState(parameter) ? types.classes(parameter.getInternalName()) : classes);
        }
        return new Context(code, code.id(), given);
    }

    /** Returns what is known of a method at this time; the caller is analysed again when more is. */
    Set<Outcome> of(Context context, Context caller) {
        Entry entry = entries.get(context);
        if (entry == null) {
            entry = new Entry();
            entries.put(context, entry);
            if (depth < DEPTH) {
                analyse(context, entry);
            } else {
                queue(context, entry);
            }
        }
        entry.callers.add(caller);
        return entry.outcomes;
    }

    /** Analyses a method, and what has to be analysed again because of it. */
    void analyse(Module.Code code) {
        Context context = context(code, List.of());
        if (!entries.containsKey(context)) {
            Entry entry = new Entry();
            entries.put(context, entry);
            analyse(context, entry);
        }
        while (!work.isEmpty()) {
            Context next = work.removeFirst();
            Entry entry = entryOf(next);
            entry.queued = false;
            analyse(next, entry);
        }
    }

    private Entry entryOf(Context context) {
        Entry entry = entries.get(context);
        if (entry == null) {
            throw new IllegalStateException("never seen: " + context.id());
        }
        return entry;
    }

    private void analyse(Context context, Entry entry) {
        depth++;
        MethodResult result = new MethodAnalysis(this, context).run();
        depth--;
        entry.result = result;
        if (!entry.outcomes.equals(result.outcomes())) {
            entry.outcomes = result.outcomes();
            entry.callers.forEach(caller -> queue(caller, entryOf(caller)));
        }
    }

    private void queue(Context context, Entry entry) {
        if (!entry.queued) {
            entry.queued = true;
            work.addLast(context);
        }
    }

    /** Notes that a method must bring the state that it gets to the protocol's end, or return it. */
    void addProgram(String id) {
        programs.add(id);
    }

    boolean isProgram(Module.Code code) {
        return programs.contains(code.id());
    }

    /** Returns the declaration that carries annotations for a method: its own, or one that it implements. */
    Optional<MethodFacts> annotated(String owner, String name, String descriptor) {
        String method = name + descriptor;
        Optional<MethodFacts> own = declarations
                .find(owner)
                .map(facts -> facts.methods().get(method))
                .filter(MethodFacts::isAnnotated);
        if (own.isPresent() || name.equals("<init>")) {
            return own;
        }
        Optional<ClassFacts> facts = declarations.find(owner);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        List<String> supers = new ArrayList<>(facts.get().interfaces());
        String superName = facts.get().superName();
        if (superName != null && !superName.equals("java/lang/Object")) {
            supers.add(superName);
        }
        return supers.stream()
                .map(each -> annotated(each, name, descriptor))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns all that was found; to be called last, when it is known which methods are programs. */
    Collection<Finding> findings() {
        Map<List<Object>, Finding> findings = new HashMap<>();
        entries.forEach((context, entry) -> {
            if (entry.result != null) {
                List<Finding> found = new ArrayList<>(entry.result.findings());
                if (isProgram(context.code())) {
                    found.addAll(entry.result.keeping());
                }
                for (Finding each : found) {
                    List<Object> place = List.of(each.kind(), each.file(), each.line(), each.message());
                    findings.merge(
                            place,
                            each,
                            (one, two) -> one.path().size() <= two.path().size() ? one : two);
                }
            }
        });
        return findings.values();
    }

    /** Returns the methods that could not be followed to the end, as users write them. */
    List<String> unverified() {
        return entries.entrySet().stream()
                .filter(each ->
                        each.getValue().result != null && each.getValue().result.unverified())
                .map(each -> each.getKey().code())
                .map(code -> code.owner().name.replace('/', '.') + "." + code.method().name)
                .distinct()
                .sorted()
                .toList();
    }

    int size() {
        return entries.size();
    }
}
