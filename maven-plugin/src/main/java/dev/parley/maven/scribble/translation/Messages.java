package dev.parley.maven.scribble.translation;

import dev.parley.compiler.protocol.TypeRef;
import dev.parley.maven.scribble.syntax.Interaction.Transfer;
import dev.parley.maven.scribble.syntax.Message;
import dev.parley.maven.scribble.syntax.Name;
import dev.parley.maven.scribble.syntax.Payload;
import dev.parley.maven.scribble.syntax.Problem;
import dev.parley.maven.scribble.syntax.ScribbleModule.Language;
import dev.parley.maven.scribble.translation.Scope.Argument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what messages, types and roles stand for in a scope. */
final class Messages {

    /** The label of messages that have none. */
    static final String UNLABELLED = "message";

    private final List<Problem> problems;

    Messages(List<Problem> problems) {
        this.problems = problems;
    }

    Draft.Step step(Transfer transfer, Scope scope) {
        Draft.Signature signature = signature(transfer.message(), scope);
        String from = role(transfer.from(), scope);
        List<String> to = transfer.to().stream().map(each -> role(each, scope)).toList();
        return new Draft.Step(transfer.place(), new Draft.Sent(signature, from, to), null);
    }

    /** Returns who plays a role. */
    String role(Name name, Scope scope) {
        String player = scope.roles().get(name.text());
        if (player == null) {
            List<String> known = List.copyOf(scope.roles().keySet());
            problems.add(Problem.refusal(
                    name.place(),
                    name + " is not a role of this protocol" + Vocabulary.didYouMean(name, known)
                            + "; declare it: role " + name));
            return name.text();
        }
        return player;
    }

    /** Returns what is given for a parameter. */
    Argument argument(Message message, Scope scope) {
        if (message instanceof Message.Named named) {
            Argument passedOn = scope.arguments().get(named.name().text());
            if (passedOn != null) {
                return passedOn;
            }
            Optional<Draft.Signature> signature = scope.vocabulary().message(named.name());
            return signature.isPresent()
                    ? new Argument(signature, Optional.empty())
                    : new Argument(Optional.empty(), scope.vocabulary().type(named.name()));
        }
        return new Argument(Optional.of(signature(message, scope)), Optional.empty());
    }

    private Draft.Signature signature(Message message, Scope scope) {
        if (message instanceof Message.Named named) {
            return named(named.name(), scope);
        }
        Message.Signature signature = (Message.Signature) message;
        List<Draft.Value> values = new ArrayList<>();
        for (Payload payload : signature.payload()) {
            value(payload, scope).ifPresent(values::add);
        }
        return new Draft.Signature(signature.label(), numbered(values));
    }

    private Draft.Signature named(Name name, Scope scope) {
        Optional<Draft.Signature> found = Optional.ofNullable(scope.arguments().get(name.text()))
                .flatMap(Argument::message)
                .or(() -> scope.vocabulary().message(name));
        if (found.isEmpty() && scope.vocabulary().module().language() == Language.SCRIBBLE) {
            problems.add(Problem.refusal(
                    name.place(),
                    "the message " + name + " is not declared; write " + name + "() if it carries nothing, or declare "
                            + "it: sig <java> \"its.Class\" from \"its/Class.java\" as " + name + ";"));
        }
        return found.orElseGet(() -> new Draft.Signature(name.text(), List.of()));
    }

    private Optional<Draft.Value> value(Payload payload, Scope scope) {
        if (payload.role().isPresent()) {
            problems.add(Problem.refusal(
                    payload.type().place(),
                    payload.type() + "@" + payload.role().get() + " hands over the role "
                            + payload.role().get() + " of another session, and Parley has no delegation yet"));
            return Optional.empty();
        }
        if (payload.type().text().equals("unit")) {
            return Optional.empty(); // nuscr's way to say that there is no value
        }
        return Optional.ofNullable(scope.arguments().get(payload.type().text()))
                .flatMap(Argument::type)
                .or(() -> scope.vocabulary().type(payload.type()))
                .map(type -> new Draft.Value(name(payload, type), type));
    }

    private static String name(Payload payload, TypeRef type) {
        if (payload.variable().isPresent()) {
            return JavaNames.member(payload.variable().get().text());
        }
        if (type instanceof TypeRef.Declared declared && !declared.packageName().equals("java.lang")) {
            return JavaNames.member(
                    declared.simpleNames().get(declared.simpleNames().size() - 1));
        }
        return type.toString().equals("java.lang.String") ? "text" : "value";
    }

    /** Returns the values, those that want the same name with numbers. */
    private static List<Draft.Value> numbered(List<Draft.Value> values) {
        List<Draft.Value> numbered = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Draft.Value value : values) {
            boolean alone = values.stream()
                            .filter(each -> each.name().equals(value.name()))
                            .count()
                    == 1;
            String wish = alone ? value.name() : value.name() + counts.merge(value.name(), 1, Integer::sum);
            String name = JavaNames.distinct(wish, taken);
            taken.add(name);
            numbered.add(new Draft.Value(name, value.type()));
        }
        return numbered;
    }
}
