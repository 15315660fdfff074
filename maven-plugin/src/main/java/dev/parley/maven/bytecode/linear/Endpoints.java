package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.Token.Status;
import dev.parley.maven.bytecode.linear.Value.Function;
import dev.parley.maven.bytecode.linear.Value.StateRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** What calls of generated code do: actions use a state and lead to the next, sessions hand out the first and may end all. */
final class Endpoints {

    /** What actions throw before anything has happened, with what that means: the state is still to be used. */
    private static final Map<String, String> UNSPENT = Map.of(
            "java/util/concurrent/TimeoutException",
            "the timeout has passed, nothing has come",
            "dev/parley/runtime/ChoiceTimedOutException",
            "the choice is too late, the alternative with the timeout is taken",
            "dev/parley/runtime/effect/EffectDeniedException",
            "the message is denied, nothing is sent");

    private final MethodAnalysis analysis;
    private final Calls calls;
    private final StateTypes types;
    private final ParallelBlocks parallel;

    Endpoints(MethodAnalysis analysis, Calls calls) {
        this.analysis = analysis;
        this.calls = calls;
        this.types = analysis.types;
        this.parallel = new ParallelBlocks(analysis, calls);
    }

    List<Continuation> onState(ProgramPath path, Call call) {
        Value receiver = call.receiver();
        if (call.name().equals("match")) {
            return match(path, call);
        }
        if (!types.isAction(call.owner(), call.name() + call.descriptor())) {
            checkAdmission(path, call);
            return List.of(new Continuation(path, calls.result(path, call)));
        }
        if (types.beginsBranch(call.owner(), call.name() + call.descriptor())) {
            return List.of(new Continuation(path, parallel.begin(path, call)));
        }
        for (Value payload : call.arguments().subList(1, call.arguments().size())) {
            if (!calls.handsOver(path, payload, call.display() + " sends it")) {
                calls.escape(path, payload, "sent");
            }
        }
        String how = call.display() + effect(call);
        if (!(receiver instanceof StateRef state)) {
            calls.throwFromCall(path, call);
            return List.of(new Continuation(path, calls.result(path, call)));
        }
        List<Continuation> ways = new ArrayList<>();
        throwFrom(path, state.token(), call);
        if (call.name().equals("tryReceive")) {
            ProgramPath nothing = path.copy();
            Token token = nothing.token(state.token());
            nothing.note(token.role(), "tryReceive() returns null: nothing has come");
            if (token.is(Status.LIVE) || token.is(Status.RELEASED)) {
                ways.add(new Continuation(nothing, Value.Null.INSTANCE));
            }
        }
        parallel.checkLeft(path, state.token(), how);
        analysis.uses.add(path, state.token(), how);
        ways.add(new Continuation(path, next(path, state.token(), call)));
        return ways;
    }

    /** All paths are at their ends. */
    void finish() {
        parallel.reportForNobody();
    }

    /** Who takes members in goes on with the same state, which is to be there still. */
    private void checkAdmission(ProgramPath path, Call call) {
        if (call.receiver() instanceof StateRef state
                && !path.token(state.token()).is(Status.LIVE)
                && types.isAdmission(call.owner(), call.name() + call.descriptor())) {
            analysis.uses.add(path, state.token(), call.display() + " takes members in");
        }
    }

    private static String effect(Call call) {
        if (call.result().getSort() == Type.VOID) {
            return " is the end";
        }
        return StateTypes.isHandOver(call.name(), call.result())
                ? " hands the role over"
                : " leads to " + StateTypes.display(call.result().getInternalName());
    }

    private Value next(ProgramPath path, int used, Call call) {
        Type type = call.result();
        if (type.getSort() == Type.VOID) {
            return Value.of(type);
        }
        Token from = path.token(used);
        Token next = Token.live(from.role(), types.classes(type.getInternalName()), path.line)
                .with(types.branches(type.getInternalName()));
        if (from.is(Status.RELEASED)) {
            next = next.become(Status.RELEASED);
        }
        // The state that was used may get another number when an older one of the same instruction is still there.
        StateRef marker = new StateRef(used);
        path.frame.push(marker);
        StateRef result = path.add(path.at, next);
        StateRef renamed = (StateRef) path.frame.pop();
        path.update(renamed.token(), token -> token.leadTo(result.token()));
        return result;
    }

    /** When an action fails, so does the session, unless it says that nothing has happened. */
    private void throwFrom(ProgramPath path, int number, Call call) {
        Token token = path.token(number);
        if (!analysis.heedsThrown(path)) {
            return;
        }
        if (token.is(Status.LIVE)) {
            ProgramPath failed = path.copy();
            failed.release(each -> each.role() == token.role() || types.areOfOneBlock(each.classes(), token.classes()));
            analysis.thrown(failed, "java/lang/RuntimeException", UNSPENT.keySet());
        }
        Set<String> thrown = calls.thrownBy(call);
        UNSPENT.forEach((type, meaning) -> {
            if (thrown.contains(type)) {
                ProgramPath unspent = path.copy();
                unspent.note(token.role(), meaning);
                analysis.thrown(unspent, type);
            }
        });
    }

    /** Each message that may have come goes to the function for it. */
    private List<Continuation> match(ProgramPath path, Call call) {
        List<String> alternatives = types.alternatives(call.owner());
        List<Value> functions = call.arguments().subList(1, call.arguments().size());
        if (!(call.receiver() instanceof StateRef state) || alternatives.size() != functions.size()) {
            functions.forEach(each -> calls.escape(path, each, "passed to match()"));
            return List.of(new Continuation(path, Value.Unknown.SINGLE));
        }
        List<Continuation> ways = new ArrayList<>();
        if (!path.token(state.token()).is(Status.LIVE)) {
            analysis.uses.add(path, state.token(), "match() is called");
        }
        for (int i = 0; i < alternatives.size(); i++) {
            ProgramPath matched =
                    path.narrow(state.token(), alternatives.get(i), true, analysis.summaries.declarations);
            if (matched != null) {
                matched.note(
                        matched.token(state.token()).role(),
                        "match() goes on with " + StateTypes.display(alternatives.get(i)));
                ways.addAll(apply(matched, state, functions.get(i)));
            }
        }
        return ways;
    }

    private List<Continuation> apply(ProgramPath path, StateRef state, Value function) {
        if (function instanceof Function known) {
            return calls.apply(path, known, List.of(state)).stream()
                    .map(way -> finished(way, state, known))
                    .toList();
        }
        if (function instanceof Value.Instance || function instanceof Value.Capturing) {
            return calls.call(
                    path,
                    new Call(
                            org.objectweb.asm.Opcodes.H_INVOKEINTERFACE,
                            "java/lang/Object",
                            "apply",
                            "(Ljava/lang/Object;)Ljava/lang/Object;",
                            List.of(function, state)));
        }
        calls.escape(path, state, "passed to code that cannot be seen");
        return List.of(new Continuation(path, Value.Unknown.SINGLE));
    }

    /** A message that its function has neither used nor returned is reported there. */
    private Continuation finished(Continuation way, StateRef state, Function function) {
        Token token = way.path().token(state.token());
        boolean seen = analysis.summaries.module.contains(function.target().getOwner());
        if (seen && !way.value().equals(state) && token.is(Status.LIVE)) {
            way.path().tokens.put(state.token(), token.become(Status.RELEASED));
        }
        return way;
    }

    List<Continuation> onSession(ProgramPath path, Call call) {
        if (call.name().equals("run") || isPlayedByHandler(call)) {
            call.arguments().forEach(each -> calls.sendAbroad(path, each, call.name() + "()"));
        }
        if (ends(path, call)) {
            boolean any = call.owner().startsWith("dev/parley/runtime/");
            path.release(token ->
                    any || token.classes().stream().anyMatch(each -> StateTypes.belongsTo(each, call.owner())));
        }
        return List.of(new Continuation(path, calls.result(path, call)));
    }

    private boolean isPlayedByHandler(Call call) {
        return Stream.of(Type.getArgumentTypes(call.descriptor()))
                .anyMatch(each -> each.getSort() == Type.OBJECT && types.isHandler(each.getInternalName()));
    }

    /** Cancelling ends a session for good. Closing it does when an exception is on its way; else the roles have to come to an end. */
    private static boolean ends(ProgramPath path, Call call) {
        return switch (call.name()) {
            case "cancel", "fault" -> true;
            case "close" -> path.unwinding != ProgramPath.NOT_UNWINDING;
            default -> false;
        };
    }
}
