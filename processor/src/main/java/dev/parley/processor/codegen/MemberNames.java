package dev.parley.processor.codegen;

import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The names of the methods that stem from the protocol's text: one for each message that may be sent, named like it, and one
 * for each value of a received message, named like the parameter. Where that would declare a method twice, or override one of
 * {@link Object}, an underscore is appended.
 */
final class MemberNames {

    /** What the methods that turn a state into a seat start with. */
    static final String TO_SEAT = "toSeat";

    /** Methods that every state or message has, or may have after an edit elsewhere in the protocol. */
    private static final Set<String> RESERVED = Set.of(
            "clone()",
            "copy()",
            "equals(java.lang.Object)",
            "finalize()",
            "getClass()",
            "hashCode()",
            "notify()",
            "notifyAll()",
            "receive()",
            "receive(java.time.Duration)",
            "toString()",
            "tryReceive()",
            "wait()",
            "wait(long)",
            "wait(long, int)",
            // Java knows this name as a method's only behind a dot.
            "yield()");

    /** Methods that each of the messages gathered from a family has. */
    static final Set<String> OF_ITEM = Set.of("member()");

    private MemberNames() {}

    /** Returns the name of a method without parameters, where some are taken. */
    static String plain(String wanted, Set<String> taken) {
        return names(List.of(new Wanted(wanted, "()")), taken::contains).get(0);
    }

    /**
     * Returns the methods' names for the messages that may be sent in a state.
     *
     * @param others the signatures of the other methods there
     */
    static List<String> sends(List<Transition> alternatives, Set<String> others) {
        List<Wanted> wanted = alternatives.stream()
                .map(send -> new Wanted(method(send.action().message().label()), parameters(send.step())))
                .toList();
        return names(wanted, signature -> isReserved(signature) || others.contains(signature));
    }

    private static String method(Label label) {
        return label.equals(Label.FORK) ? "fork" : label.value();
    }

    /** Returns the methods' names for the branches of a role that is in a parallel block. */
    static List<String> branches(List<RoleName> parties) {
        List<Wanted> wanted =
                parties.stream().map(party -> new Wanted(party.branch(), "()")).toList();
        return names(wanted, signature -> RESERVED.contains(signature) || signature.equals("join()"));
    }

    /**
     * Returns the methods' names for the values of a message.
     *
     * @param inherited the signatures of the methods that the message has as a state
     */
    static List<String> accessors(MessageStep message, Set<String> inherited) {
        List<Wanted> wanted = message.parameterNames().stream()
                .map(name -> new Wanted(name, "()"))
                .toList();
        return names(wanted, signature -> isReserved(signature) || inherited.contains(signature));
    }

    private static boolean isReserved(String signature) {
        return RESERVED.contains(signature)
                || (signature.startsWith(TO_SEAT) && signature.endsWith("()") && !signature.endsWith("_()"));
    }

    private record Wanted(String name, String parameters) {

        String signature() {
            return name + parameters;
        }

        Wanted longer() {
            return new Wanted(name + "_", parameters);
        }
    }

    private static List<String> names(List<Wanted> wanted, Predicate<String> reserved) {
        // What can keep its name does, whatever comes before it has to change to.
        Set<String> taken = new HashSet<>();
        boolean[] kept = new boolean[wanted.size()];
        for (int i = 0; i < kept.length; i++) {
            String signature = wanted.get(i).signature();
            kept[i] = !reserved.test(signature) && taken.add(signature);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            Wanted method = wanted.get(i);
            while (!kept[i]) {
                method = method.longer();
                kept[i] = !reserved.test(method.signature()) && taken.add(method.signature());
            }
            names.add(method.name());
        }
        return names;
    }

    /** Returns the parameters as they tell one method from another of the same name. */
    private static String parameters(MessageStep step) {
        return step.payload().stream()
                .map(Parameter::type)
                .map(PayloadTypes::erasure)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
