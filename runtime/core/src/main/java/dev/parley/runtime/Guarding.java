package dev.parley.runtime;

import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.effect.Denial;
import dev.parley.runtime.effect.EffectDeniedException;
import dev.parley.runtime.effect.Effects;
import dev.parley.runtime.effect.Flow;
import dev.parley.runtime.effect.Guard;
import dev.parley.runtime.effect.GuardedMessage;
import dev.parley.runtime.effect.Rights;
import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.MemoryJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has the guards of one session's messages take effect before they leave. */
final class Guarding {

    private final Session session;
    private final Gate gate;
    private final Effects effects;

    private Guarding(Session session, Gate gate, Effects effects) {
        this.session = session;
        this.gate = gate;
        this.effects = effects;
    }

    /**
     * Returns what the guards of a session need; null where it has none.
     *
     * @param isHere whether a role is played here
     * @throws IllegalArgumentException if the options do not say who may do what or where facts go, and a role that is played here
     *     needs that, or if they speak of roles that the protocol has not
     */
    static @Nullable Guarding of(Session session, Gate gate, SessionOptions options, IntPredicate isHere) {
        ProtocolSpec protocol = session.protocol();
        if (protocol.guarded().isEmpty()) {
            return null;
        }
        List<GuardedMessage> here = protocol.guarded().stream()
                .filter(message -> isHere.test(protocol.role(message.from())))
                .toList();
        Rights rights = options.rights();
        if (rights == null && !here.isEmpty()) {
            throw new IllegalArgumentException("Messages of " + protocol
                    + " are guarded, and the session's options say nothing of who may send them: "
                    + here.stream().map(Guarding::needs).distinct().collect(Collectors.joining("; "))
                    + ". Say it with rights().");
        }
        Rights granted = rights == null ? Rights.NONE : rights;
        Stream.concat(
                        granted.capabilities().keySet().stream(),
                        granted.budgets().keySet().stream().flatMap(flow -> Stream.of(flow.from(), flow.to())))
                .map(Flow::role)
                .forEach(protocol::role);
        Journal facts = options.facts();
        List<String> recorded = here.stream()
                .flatMap(message -> message.guard().fact().stream())
                .distinct()
                .toList();
        if (facts == null && !recorded.isEmpty()) {
            throw new IllegalArgumentException(
                    "A session of " + protocol + " records the facts " + String.join(", ", recorded)
                            + ", and its options do not say where. Give them a journal with facts().");
        }
        // Where nothing is recorded, nothing is written to it.
        Journal journal = facts == null ? new MemoryJournal() : facts;
        Conductor conductor = options.conductor();
        return new Guarding(
                session,
                gate,
                new Effects(session.id(), granted, conductor == null ? journal : conductor.facts(journal)));
    }

    private static String needs(GuardedMessage message) {
        Guard guard = message.guard();
        List<String> needs = new ArrayList<>();
        guard.capability().ifPresent(capability -> needs.add("needs " + capability));
        if (guard.flowCost() > 0) {
            needs.add("costs " + guard.flowCost());
        }
        guard.fact().ifPresent(fact -> needs.add("records " + fact));
        return message + " " + String.join(" and ", needs);
    }

    Effects effects() {
        return effects;
    }

    /**
     * Has the guard of a message take effect.
     *
     * @param number the number of the guarded message
     * @param sender the part that is about to send it
     * @throws EffectDeniedException if the message may not leave
     */
    void commit(int number, int sender) {
        // A message that the session refuses is not paid for.
        gate.checkSend();
        try {
            effects.commit(sentBy(sender, session.protocol().guarded().get(number)));
        } catch (EffectDeniedException e) {
            if (e.denial().kind() == Denial.Kind.JOURNAL) {
                session.fault(e);
            }
            throw e;
        }
    }

    /**
     * Charges for a message that was sent before the session was reopened. Such sessions have no families.
     *
     * @param number the number of the guarded message
     */
    void repeat(int number) {
        effects.repeat(session.protocol().guarded().get(number));
    }

    /** Returns the message with the members of families by name, as sender and receivers. */
    private GuardedMessage sentBy(int part, GuardedMessage message) {
        ProtocolSpec protocol = session.protocol();
        Cast cast = session.cast();
        if (!protocol.hasFamilies()) {
            return message;
        }
        String from = protocol.family(protocol.role(message.from())) == ProtocolSpec.NO_FAMILY
                ? message.from()
                : cast.name(part);
        List<String> to = message.to().stream()
                .map(protocol::role)
                .flatMap(role -> cast.isPlural(cast.role(part), role)
                        ? cast.parts()
                                .filter(each -> cast.role(each) == role && !cast.hasLeft(each))
                                .mapToObj(cast::name)
                        : Stream.of(cast.name(cast.part(role, cast.index(part)))))
                .toList();
        return new GuardedMessage(message.message(), from, to, message.guard());
    }
}
