package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.ClassFacts.MethodFacts;
import dev.parley.maven.bytecode.linear.Outcome.Effect;
import dev.parley.maven.bytecode.linear.Outcome.Result;
import dev.parley.maven.bytecode.linear.Token.Status;
import dev.parley.maven.bytecode.linear.Value.StateRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Calls of the module's own methods: the call has the effects that the method's outcomes tell. */
final class UserCalls {

    private final MethodAnalysis analysis;
    private final Summaries summaries;

    UserCalls(MethodAnalysis analysis) {
        this.analysis = analysis;
        this.summaries = analysis.summaries;
    }

    List<Continuation> call(ProgramPath path, Call call, List<Module.Code> codes) {
        Optional<MethodFacts> annotated = summaries.annotated(call.owner(), call.name(), call.descriptor());
        lambdasEscape(path, call);
        List<Outcome> outcomes = new ArrayList<>();
        for (Module.Code code : codes) {
            Set<Outcome> known = summaries.of(summaries.context(code, classes(path, call)), analysis.context);
            known.forEach(each -> outcomes.add(withoutReported(each, known)));
        }
        reportUses(path, call, outcomes, annotated);
        List<Continuation> ways = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.thrown() == null) {
                ProgramPath way = path.copy();
                if (affect(way, call, outcome, annotated)) {
                    ways.add(new Continuation(way, result(way, call, outcome.result())));
                }
            } else if (analysis.heedsThrown(path)) {
                ProgramPath way = path.copy();
                if (affect(way, call, outcome, annotated)) {
                    analysis.thrown(way, outcome.thrown());
                }
            }
        }
        if (call.arguments().stream().noneMatch(StateRef.class::isInstance) && analysis.heedsThrown(path)) {
            // Outcomes tell what is thrown only of methods that get states.
            analysis.thrown(path.copy(), "java/lang/Throwable");
        }
        return ways;
    }

    /** A method that uses an argument on some paths and not on others has been told so; its callers need not hear of it. */
    private static Outcome withoutReported(Outcome outcome, Set<Outcome> all) {
        List<@Nullable Effect> effects = new ArrayList<>();
        for (int i = 0; i < outcome.effects().size(); i++) {
            int argument = i;
            Effect effect = outcome.effects().get(i);
            boolean reported = effect != null
                    && effect.status() == Status.LIVE
                    && outcome.thrown() == null
                    && !outcome.result().equals(new Result.Argument(i))
                    && all.stream().anyMatch(each -> each.usesUp(argument, outcome.result()));
            effects.add(
                    reported && effect != null
                            ? new Effect(Status.RELEASED, effect.classes(), effect.excluded())
                            : effect);
        }
        return new Outcome(outcome.thrown(), effects, outcome.result());
    }

    /** What a method does with functions is not known. */
    private void lambdasEscape(ProgramPath path, Call call) {
        for (Value argument : call.arguments()) {
            if (!(argument instanceof StateRef)) {
                analysis.escape(path, argument, "passed to " + call.display());
            }
        }
    }

    private static List<SortedSet<String>> classes(ProgramPath path, Call call) {
        List<SortedSet<String>> classes = new ArrayList<>();
        for (Value argument : call.arguments()) {
            classes.add(
                    argument instanceof StateRef state
                            ? path.token(state.token()).classes()
                            : Collections.emptySortedSet());
        }
        return classes;
    }

    private Status status(Effect effect, int parameter, Optional<MethodFacts> annotated) {
        if (annotated.filter(each -> each.takesOver(parameter)).isPresent()) {
            return Status.USED;
        }
        if (annotated.filter(each -> each.borrows(parameter)).isPresent()) {
            return Status.LIVE;
        }
        return effect.status();
    }

    /** A state that the method may use must not have been used before. */
    private void reportUses(ProgramPath path, Call call, List<Outcome> outcomes, Optional<MethodFacts> annotated) {
        for (int i = 0; i < call.arguments().size(); i++) {
            int index = i;
            if (call.arguments().get(i) instanceof StateRef state) {
                Token token = path.token(state.token());
                boolean spent = token.is(Status.USED) || token.is(Status.LOST) || token.borrowed();
                boolean uses = outcomes.stream()
                        .map(each -> each.effects().get(index))
                        .anyMatch(each -> each != null
                                && status(each, index - call.first(), annotated) != Status.LIVE
                                && status(each, index - call.first(), annotated) != Status.RELEASED);
                if (spent && uses) {
                    analysis.uses.add(path, state.token(), call.display() + " uses it");
                    path.update(state.token(), each -> each.become(Status.RELEASED));
                }
            }
        }
    }

    /** Applies the effects of an outcome. Returns false if it cannot come about, as the states are known to be others. */
    private boolean affect(ProgramPath path, Call call, Outcome outcome, Optional<MethodFacts> annotated) {
        for (int i = 0; i < call.arguments().size(); i++) {
            Effect effect = outcome.effects().get(i);
            if (!(call.arguments().get(i) instanceof StateRef state) || effect == null) {
                continue;
            }
            Token token = path.token(state.token());
            SortedSet<String> classes = meet(token.classes(), effect.classes());
            if (classes.isEmpty()) {
                return false;
            }
            if (!token.is(Status.LIVE)) {
                continue;
            }
            if (!classes.equals(token.classes())) {
                token = token.narrow(classes, effect.excluded());
            }
            Status status = status(effect, i - call.first(), annotated);
            if (status == Status.USED || status == Status.LOST) {
                path.note(token.role(), call.display() + " uses it");
            }
            boolean stopped = status == Status.LOST && outcome.thrown() != null;
            path.tokens.put(
                    state.token(),
                    token.with(token.branches().handed())
                            .become(status == Status.LOST && !stopped ? Status.USED : status));
        }
        return true;
    }

    private SortedSet<String> meet(SortedSet<String> known, SortedSet<String> learnt) {
        SortedSet<String> both = new TreeSet<>();
        for (String one : known) {
            for (String two : learnt) {
                if (summaries.declarations.isSubtype(one, two)) {
                    both.add(one);
                } else if (summaries.declarations.isSubtype(two, one)) {
                    both.add(two);
                }
            }
        }
        return both;
    }

    private Value result(ProgramPath path, Call call, Result result) {
        if (result instanceof Result.Argument argument) {
            return call.arguments().get(argument.index());
        }
        if (result instanceof Result.Made made) {
            return made(path, call, made);
        }
        Value value = ((Result.Plain) result).value();
        Type type = call.result();
        if (type.getSort() == Type.VOID || type.getSize() == 2) {
            return type.getSize() == 2 ? Value.Unknown.WIDE : Value.Unknown.SINGLE;
        }
        return value.equals(Value.Unknown.SINGLE) ? Calls.fresh(path, call, type) : value;
    }

    private static Value made(ProgramPath path, Call call, Result.Made made) {
        Value from = made.fromArgument() < 0
                ? Value.Unknown.SINGLE
                : call.arguments().get(made.fromArgument());
        int role = from instanceof StateRef state ? path.token(state.token()).role() : path.at;
        Token template = made.token();
        Token token = new Token(
                role,
                template.classes(),
                template.status(),
                template.excluded(),
                false,
                path.line,
                0,
                template.branches());
        path.note(role, call.display() + " leads to " + StateTypes.display(token.classes()));
        return path.add(path.at, token);
    }
}
