package dev.parley.maven.scribble.translation;

import dev.parley.maven.scribble.syntax.Body;
import dev.parley.maven.scribble.syntax.GlobalProtocol;
import dev.parley.maven.scribble.syntax.Interaction;
import dev.parley.maven.scribble.syntax.Interaction.Choice;
import dev.parley.maven.scribble.syntax.Interaction.Continue;
import dev.parley.maven.scribble.syntax.Interaction.Do;
import dev.parley.maven.scribble.syntax.Interaction.Inexpressible;
import dev.parley.maven.scribble.syntax.Interaction.Recursion;
import dev.parley.maven.scribble.syntax.Interaction.Transfer;
import dev.parley.maven.scribble.syntax.Name;
import dev.parley.maven.scribble.syntax.Place;
import dev.parley.maven.scribble.syntax.Problem;
import dev.parley.maven.scribble.translation.Scope.Argument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the statements of a protocol, and of all that it runs, into blocks.
 *
 * <p>A protocol that is run becomes one block for each way to fill its roles and parameters, so {@code do} is a step to
 * that block, be it recursion or not: blocks are procedures as protocols are. {@code continue} is a jump that forgets
 * what was to come after the statements around it. Where something was, a block can be left in two ways, and a
 * procedure cannot: what comes after becomes a block of its own, to which every other way out of the statement leads
 * ({@code exit} below).
 */
final class Translator {

    /** How many ways to fill roles and parameters are inlined. */
    private static final int MAX_INSTANCES = 1_000;

    private final List<Problem> problems;
    private final Messages messages;
    private final Map<Call, Draft> instances = new HashMap<>();
    private final Deque<Runnable> unfinished = new ArrayDeque<>();
    private final Set<GlobalProtocol> run;

    private record Call(String file, String protocol, List<String> roles, List<Argument> arguments) {}

    /** Creates a translator that adds to the problems, and to the protocols that are run. */
    Translator(List<Problem> problems, Set<GlobalProtocol> run) {
        this.problems = problems;
        this.messages = new Messages(problems);
        this.run = run;
    }

    /** Returns the block of a protocol whose roles are played by roles of the same names. */
    Draft translate(GlobalProtocol protocol, Vocabulary vocabulary) {
        List<String> roles = protocol.roles().stream().map(Name::text).toList();
        Draft main = instance(new Vocabulary.Found(protocol, vocabulary), roles, List.of());
        while (!unfinished.isEmpty()) {
            unfinished.remove().run();
        }
        return main;
    }

    private Draft instance(Vocabulary.Found found, List<String> roles, List<Argument> arguments) {
        GlobalProtocol protocol = found.protocol();
        Vocabulary vocabulary = found.vocabulary();
        Call call = new Call(vocabulary.module().file(), protocol.name(), roles, arguments);
        Draft known = instances.get(call);
        if (known != null) {
            return known;
        }
        Draft draft = new Draft(protocol.name(), protocol.place());
        instances.put(call, draft);
        run.add(protocol);
        if (instances.size() <= MAX_INSTANCES) {
            Scope scope = Scope.of(protocol, vocabulary, roles, arguments);
            unfinished.add(() -> fill(draft, protocol.body(), scope, null));
        } else if (instances.size() == MAX_INSTANCES + 1) {
            problems.add(Problem.refusal(
                    protocol.place(),
                    "there are more than " + MAX_INSTANCES + " ways in which protocols are run here, and each becomes a"
                            + " block: let fewer protocols run each other with their roles exchanged"));
        }
        return draft;
    }

    /** Makes the block do what the statements say: a lone choice is the block itself. */
    private void fill(Draft draft, Body body, Scope scope, @Nullable Draft exit) {
        List<Interaction> interactions = expressible(body.interactions());
        if (interactions.size() == 1 && interactions.get(0) instanceof Choice choice) {
            draft.comments.addAll(choice.place().comments());
            fill(draft, choice, scope, exit);
        } else {
            draft.steps.addAll(steps(interactions, scope, exit, ""));
        }
    }

    private void fill(Draft draft, Choice choice, Scope scope, @Nullable Draft exit) {
        draft.choiceAt = messages.role(choice.at(), scope);
        for (Body alternative : choice.alternatives()) {
            List<Interaction> interactions = expressible(alternative.interactions());
            if (alternative.interactions().isEmpty()) {
                problems.add(Problem.refusal(
                        alternative.place(),
                        "this alternative is empty, and in Parley every alternative starts with a message of "
                                + choice.at() + ": without one nobody could tell that it was chosen"));
            } else if (!interactions.isEmpty()) {
                draft.steps.add(alternative(interactions, scope, exit));
            }
        }
    }

    private List<Interaction> expressible(List<Interaction> interactions) {
        List<Interaction> expressible = new ArrayList<>();
        for (Interaction each : interactions) {
            if (each instanceof Inexpressible inexpressible) {
                problems.add(Problem.refusal(each.place(), inexpressible.reason()));
            } else {
                expressible.add(each);
            }
        }
        return expressible;
    }

    /** Returns the statements of an alternative as its one step: what follows the first message becomes a block. */
    private Draft.Step alternative(List<Interaction> interactions, Scope scope, @Nullable Draft exit) {
        if (!(interactions.get(0) instanceof Transfer first)) {
            List<Draft.Step> steps = steps(interactions, scope, exit, "");
            return steps.size() == 1 ? steps.get(0) : call(sequence(interactions, steps, ""));
        }
        Draft.Step step = messages.step(first, scope);
        List<Draft.Step> rest = steps(interactions.subList(1, interactions.size()), scope, exit, after(step));
        if (rest.size() == 1 && rest.get(0).message == null) {
            follow(step, rest.get(0));
        } else if (!rest.isEmpty()) {
            step.next = sequence(interactions.subList(1, interactions.size()), rest, after(step));
        }
        return step;
    }

    /**
     * Returns the statements as steps.
     *
     * @param exit where the last leads if it comes back; null for whatever follows the block
     * @param first what a block that starts here is to be called
     */
    private List<Draft.Step> steps(List<Interaction> interactions, Scope scope, @Nullable Draft exit, String first) {
        List<Draft.Step> steps = new ArrayList<>();
        for (int i = 0; i < interactions.size(); i++) {
            Interaction interaction = interactions.get(i);
            if (interaction instanceof Transfer transfer) {
                steps.add(messages.step(transfer, scope));
                continue;
            }
            List<Interaction> rest = interactions.subList(i + 1, interactions.size());
            if (!rest.isEmpty() && !Jumps.comeBack(interaction)) {
                problems.add(Problem.refusal(
                        rest.get(0).place(),
                        "this can never happen: nothing comes back from the statement before it; if the two shall go on "
                                + "side by side, that takes parallel blocks, and Parley has none yet"));
            }
            boolean leaves = !rest.isEmpty() && Jumps.leave(interaction);
            boolean last = rest.isEmpty() || leaves;
            boolean procedure = interaction instanceof Do;
            Draft after = leaves ? sequence(rest, steps(rest, scope, exit, ""), "") : exit;
            String wish = steps.isEmpty() ? first : after(steps.get(steps.size() - 1));
            Draft block = block(interaction, scope, last && !procedure ? after : null, wish);
            if (block != null) {
                append(steps, call(block, interaction));
            }
            if (last && !procedure) {
                return steps;
            }
        }
        if (exit != null) {
            append(steps, call(exit));
        }
        return steps;
    }

    private static void append(List<Draft.Step> steps, Draft.Step call) {
        Draft.Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (last != null && last.next == null) {
            follow(last, call);
        } else {
            steps.add(call);
        }
    }

    private static void follow(Draft.Step message, Draft.Step call) {
        message.next = call.next;
        message.comments.addAll(call.comments);
    }

    private static Draft.Step call(Draft block) {
        return new Draft.Step(block.place, null, block);
    }

    /** Returns the step to the block of a statement; the block speaks for itself unless the statement only goes there. */
    private static Draft.Step call(Draft block, Interaction interaction) {
        Draft.Step step = new Draft.Step(interaction.place(), null, block);
        if (interaction instanceof Do || interaction instanceof Continue) {
            step.comments.addAll(interaction.place().comments());
        }
        return step;
    }

    private @Nullable Draft block(Interaction interaction, Scope scope, @Nullable Draft exit, String wish) {
        if (interaction instanceof Choice choice) {
            Draft draft = new Draft(wish.isEmpty() ? choice.at() + "Chooses" : wish, choice.place());
            fill(draft, choice, scope, exit);
            return draft;
        } else if (interaction instanceof Recursion recursion) {
            Draft draft = new Draft(recursion.variable().text(), recursion.place());
            fill(draft, recursion.body(), scope.inside(recursion.variable(), draft), exit);
            return draft;
        } else if (interaction instanceof Continue jump) {
            Draft target = scope.recursions().get(jump.variable().text());
            if (target == null) {
                problems.add(Problem.refusal(
                        jump.variable().place(),
                        "there is no rec " + jump.variable() + " around this continue"
                                + Vocabulary.didYouMean(
                                        jump.variable(),
                                        List.copyOf(scope.recursions().keySet()))));
            }
            return target;
        }
        return run((Do) interaction, scope);
    }

    private @Nullable Draft run(Do statement, Scope scope) {
        List<String> roles = statement.roles().stream()
                .map(role -> messages.role(role, scope))
                .toList();
        List<Argument> arguments = statement.arguments().stream()
                .map(argument -> messages.argument(argument, scope))
                .toList();
        Optional<Vocabulary.Found> found = scope.vocabulary().protocol(statement.protocol());
        if (found.isEmpty()) {
            return null;
        }
        GlobalProtocol protocol = found.get().protocol();
        if (roles.size() != protocol.roles().size()
                || arguments.size() != protocol.parameters().size()) {
            problems.add(Problem.refusal(
                    statement.place(),
                    protocol.name() + " has " + protocol.roles().size() + " roles and "
                            + protocol.parameters().size() + " parameters, but is given " + roles.size() + " and "
                            + arguments.size()));
            return null;
        }
        return instance(found.get(), roles, arguments);
    }

    private static Draft sequence(List<Interaction> interactions, List<Draft.Step> steps, String wish) {
        Place place = interactions.get(0).place();
        Draft draft = new Draft(wish.isEmpty() ? then(steps) : wish, place.withComments(List.of()));
        draft.steps.addAll(steps);
        return draft;
    }

    private static String after(Draft.Step step) {
        return step.message == null
                ? ""
                : "After" + JavaNames.type(label(step.message)).replaceFirst("^_", "");
    }

    private static String then(List<Draft.Step> steps) {
        return steps.stream()
                .flatMap(step -> Optional.ofNullable(step.message).stream())
                .findFirst()
                .map(message -> "Then" + JavaNames.type(label(message)).replaceFirst("^_", ""))
                .orElse("Then");
    }

    private static String label(Draft.Sent message) {
        String label = message.signature().label();
        return label.isEmpty() ? Messages.UNLABELLED : label;
    }
}
