package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.Outcome.Effect;
import dev.parley.maven.bytecode.linear.Outcome.Result;
import dev.parley.maven.bytecode.linear.Token.Status;
import dev.parley.maven.bytecode.linear.Value.StateRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** The ends of a method's paths: what was dropped on the way there, and what callers are to know of it. */
final class Exits {

    private final MethodAnalysis analysis;
    private final int firstLine;
    private final Set<Outcome> outcomes = new LinkedHashSet<>();

    /** For each outcome in which an argument is untouched, and each such argument, a path that leads there. */
    private final Map<Outcome, Map<Integer, ProgramPath>> keeping = new HashMap<>();

    Exits(MethodAnalysis analysis, int firstLine) {
        this.analysis = analysis;
        this.firstLine = firstLine;
    }

    /** The path goes back to where it was: it is past whatever has gone wrong. */
    void wentBack(ProgramPath path, int target) {
        if (path.unwinding != ProgramPath.NOT_UNWINDING && target >= path.unwinding) {
            return; // a loop within a handler, which may throw yet
        }
        for (Map.Entry<Integer, Token> each : List.copyOf(path.tokens.entrySet())) {
            Token token = path.token(each.getKey()); // as it is now: a role is given up with its first finding
            if (token.is(Status.LOST) && ProgramPath.isDue(token, analysis.types)) {
                dropped(path, each.getKey(), token);
            }
        }
    }

    /** The role goes on from an earlier state: what was forgotten since is the mistake. Returns whether anything was. */
    boolean forgot(ProgramPath path, int role) {
        for (Map.Entry<Integer, Token> each : path.tokens.entrySet()) {
            Token token = each.getValue();
            if (token.role() == role && token.is(Status.LOST) && ProgramPath.isDue(token, analysis.types)) {
                dropped(path, each.getKey(), token);
                return true;
            }
        }
        return false;
    }

    void returned(ProgramPath path, Value value) {
        int result = value instanceof StateRef state ? state.token() : 0;
        if (result == 0) {
            analysis.escape(path, value, "returned within a lambda or an object");
        } else if (isOfHandler() && !path.token(result).is(Status.LIVE)) {
            analysis.uses.add(path, result, "the handler returns it");
        }
        for (Map.Entry<Integer, Token> each : List.copyOf(path.tokens.entrySet())) {
            int number = each.getKey();
            Token token = path.token(number); // as it is now: a role is given up with its first finding
            boolean keptArgument = ProgramPath.isArgument(number) && token.is(Status.LIVE);
            if (number != result && !keptArgument && ProgramPath.isDue(token, analysis.types)) {
                dropped(path, number, token);
            }
        }
        Outcome outcome = new Outcome(null, effects(path), result(path, value));
        if (outcomes.add(outcome)) {
            keeping.put(outcome, kept(path, result));
        }
    }

    /** Whether it is a reactor that calls the method, and goes on with what it returns. */
    private boolean isOfHandler() {
        Module.Code code = analysis.context.code();
        return (code.method().access & Opcodes.ACC_BRIDGE) == 0
                && analysis.types.isOfHandler(code.owner().name, code.method().name, code.method().desc);
    }

    private Map<Integer, ProgramPath> kept(ProgramPath path, int result) {
        Map<Integer, ProgramPath> kept = new TreeMap<>();
        path.tokens.forEach((number, token) -> {
            if (ProgramPath.isArgument(number)
                    && number != result
                    && token.is(Status.LIVE)
                    && !token.borrowed()
                    && ProgramPath.isDue(token, analysis.types)) {
                kept.put(number, path);
            }
        });
        return kept;
    }

    void thrown(ProgramPath path, String type) {
        if (analysis.context.given().stream().anyMatch(each -> !each.isEmpty())) {
            path.collect(analysis.types);
            outcomes.add(new Outcome(type, effects(path), new Result.Plain(Value.Unknown.SINGLE)));
        }
    }

    private List<@Nullable Effect> effects(ProgramPath path) {
        List<@Nullable Effect> effects = new ArrayList<>();
        for (int i = 0; i < analysis.context.given().size(); i++) {
            Token token = path.tokens.get(ProgramPath.argument(i));
            effects.add(token == null ? null : new Effect(status(path, token), token.classes(), token.excluded()));
        }
        return effects;
    }

    /** An argument that was used is lost if what its use has led to is: the role has stopped somewhere on its way. */
    private Status status(ProgramPath path, Token argument) {
        boolean stopped = argument.is(Status.USED)
                && path.tokens.values().stream()
                        .anyMatch(each -> each.role() == argument.role() && ProgramPath.isDue(each, analysis.types));
        return stopped ? Status.LOST : argument.status();
    }

    private static Result result(ProgramPath path, Value value) {
        if (value instanceof StateRef state) {
            Token token = path.token(state.token());
            if (ProgramPath.isArgument(state.token())) {
                return new Result.Argument(-1 - state.token());
            }
            Token made = new Token(0, token.classes(), token.status(), token.excluded(), false, 0, 0, token.branches());
            return new Result.Made(made, token.role() < 0 ? -1 - token.role() : -1);
        }
        boolean constant = value instanceof Value.IntConstant || value instanceof Value.Null;
        boolean other = value instanceof Value.Instance;
        return new Result.Plain(
                constant ? value : other ? new Value.Instance("java/lang/Object") : Value.Unknown.SINGLE);
    }

    private void dropped(ProgramPath path, int number, Token token) {
        path.note(token.role(), "the method goes on without it");
        analysis.reports.add(kind(token), path, token.role(), line(number, token), message(token));
        path.giveUp(token.role());
    }

    private int line(int number, Token token) {
        return ProgramPath.isArgument(number) ? firstLine : token.line();
    }

    private static FindingKind kind(Token token) {
        return token.excluded() ? FindingKind.BRANCH_UNHANDLED : FindingKind.STATE_DROPPED;
    }

    private String message(Token token) {
        if (token.excluded()) {
            var open = new java.util.TreeSet<>(token.classes());
            open.removeIf(analysis.types::isOver);
            return StateTypes.display(open) + " may arrive and is not handled";
        }
        return StateTypes.display(token.classes()) + " is dropped before the protocol is over for its role";
    }

    /** Ends the analysis: an argument that is used on some paths must be on all, unless the result tells which. */
    MethodResult result(boolean unverified) {
        List<Finding> must = new ArrayList<>();
        keeping.forEach((outcome, kept) -> kept.forEach((number, path) -> {
            Token token = path.token(number);
            path.note(token.role(), "the method ends without having used it");
            if (isUsedElsewhere(-1 - number, outcome.result())) {
                analysis.reports.add(kind(token), path, token.role(), line(number, token), message(token));
            } else {
                must.add(
                        analysis.reports.finding(kind(token), path, token.role(), line(number, token), message(token)));
            }
        }));
        return new MethodResult(Set.copyOf(outcomes), analysis.reports.findings(), must, unverified);
    }

    private boolean isUsedElsewhere(int argument, Result result) {
        return outcomes.stream().anyMatch(each -> each.usesUp(argument, result));
    }
}
