package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.runtime.effect.Capability;
import dev.parley.runtime.effect.Denial;
import dev.parley.runtime.effect.EffectDeniedException;
import dev.parley.runtime.effect.Flow;
import dev.parley.runtime.effect.FlowBudget;
import dev.parley.runtime.effect.Guard;
import dev.parley.runtime.effect.GuardedMessage;
import dev.parley.runtime.effect.Rights;
import dev.parley.runtime.journal.MemoryJournal;
import dev.parley.runtime.transport.StreamTransport;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardedSessionTest {

    /** The host begins, as often as it likes, until it leaves; only the first is guarded. */
    private static final ProtocolSpec PARTY = ProtocolSpec.of(
            "parley\t1\tParty",
            "role\tHost",
            "role\tGuest",
            "edge\t0\t1\tFIFO\tBLOCK\t8\t8\tfalse\t1\t0",
            "message\tbegin",
            "message\tleave",
            "machine\t0",
            "state\tHosting\tfalse",
            "send\t0\t1\t0",
            "guard\tsession:begin\t40\tbegun\tHost\tGuest",
            "send\t0\t2\t1",
            "state\tEnd\ttrue",
            "machine\t1",
            "state\tVisiting\tfalse",
            "receive\t0\t1\t0",
            "receive\t0\t2\t1",
            "state\tEnd\ttrue");

    private static final Flow FLOW = new Flow("Host", "Guest");
    private static final Rights RIGHTS =
            Rights.NONE.allow("Host", "session:begin").budget("Host", "Guest", 100);

    private final MemoryJournal facts = new MemoryJournal();
    private final SessionOptions options = SessionOptions.defaults().facts(facts);

    private static Denial.Kind denied(Player host) {
        try {
            host.send("begin");
            throw new AssertionError("it was sent");
        } catch (EffectDeniedException e) {
            return e.denial().kind();
        }
    }

    @Test
    void guardsAreData() {
        assertThat(PARTY.guarded())
                .containsExactly(new GuardedMessage(
                        "begin",
                        "Host",
                        List.of("Guest"),
                        new Guard(Optional.of(new Capability("session:begin")), 40, Optional.of("begun"))));
        try (Session session = Session.open(PARTY, options.rights(RIGHTS))) {
            assertThat(session.localState("Host").guarded()).isEqualTo(PARTY.guarded());
            assertThat(session.localState("Guest").guarded()).isEmpty();
        }
    }

    @Test
    void whatIsAllowedIsPaidForAndSent() {
        try (Session session = Session.open(PARTY, options.rights(RIGHTS))) {
            new Player(session, "Host").send("begin").send("begin");

            assertThat(session.edges().get(0).sent()).isEqualTo(2);
            assertThat(session.effects().rights().budgets()).containsEntry(FLOW, new FlowBudget(100, 80, 0));
            assertThat(facts.size()).isEqualTo(2);
        }
    }

    @Test
    void whoIsDeniedDoesSomethingElse() {
        try (Session session = Session.open(PARTY, options.rights(RIGHTS))) {
            Player host = new Player(session, "Host").send("begin").send("begin");

            assertThat(denied(host)).isEqualTo(Denial.Kind.BUDGET);
            assertThat(session.effects().rights().judge(PARTY.guarded().get(0))).isPresent();
            host.send("leave");

            assertThat(session.edges().get(0).sent()).isEqualTo(3);
            assertThat(facts.size()).isEqualTo(2);
        }
    }

    @Test
    void whoIsDeniedTriesAgainInANewEpoch() {
        try (Session session = Session.open(PARTY, options.rights(RIGHTS.budget("Host", "Guest", 40)))) {
            Player host = new Player(session, "Host").send("begin");
            assertThat(denied(host)).isEqualTo(Denial.Kind.BUDGET);
            session.effects().begin(FLOW, 1);

            host.send("begin");

            assertThat(session.effects().rights().budgets()).containsEntry(FLOW, new FlowBudget(40, 40, 1));
        }
    }

    @Test
    void whatIsNotGrantedIsDenied() {
        try (Session session = Session.open(PARTY, options.rights(Rights.NONE))) {
            assertThat(denied(new Player(session, "Host"))).isEqualTo(Denial.Kind.CAPABILITY);
            assertThat(session.edges().get(0).sent()).isZero();
            assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
        }
    }

    @Test
    void aJournalThatFailsFaultsTheSession() {
        try (Session session = Session.open(PARTY, options.rights(RIGHTS))) {
            facts.close();
            Player host = new Player(session, "Host");

            assertThat(denied(host)).isEqualTo(Denial.Kind.JOURNAL);
            assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
            assertThat(session.effects().rights()).isEqualTo(RIGHTS);
            assertThat(session.edges().get(0).sent()).isZero();
            assertThatExceptionOfType(SessionCancelledException.class)
                    .isThrownBy(new Player(session, "Guest")::receive)
                    .withMessageContaining("the fact begun could not be recorded");
        }
    }

    @Test
    void whatTheSessionRefusesIsNotPaidFor() {
        Session session = Session.open(PARTY, options.rights(RIGHTS));
        Player host = new Player(session, "Host");
        session.close();

        assertThatExceptionOfType(SessionClosedException.class).isThrownBy(() -> host.send("begin"));
        assertThat(session.effects().rights()).isEqualTo(RIGHTS);
        assertThat(facts.size()).isZero();
    }

    @Test
    void whatWasPaidForBeforeASessionIsReopenedIsPaidFor() {
        MemoryJournal journal = new MemoryJournal();
        SessionOptions durable = options.journal(journal);
        Session before = Session.open(PARTY, durable.rights(RIGHTS));
        new Player(before, "Host").send("begin").send("begin");
        before.close();

        try (Session after = Session.reopen(PARTY, durable.rights(RIGHTS.budget("Host", "Guest", 70)))) {
            assertThat(after.effects().rights().budgets()).containsEntry(FLOW, new FlowBudget(70, 80, 0));
            assertThat(facts.size()).isEqualTo(2);
        }
    }

    @Test
    void missingOptionsAreToldAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.open(PARTY, options))
                .withMessage(
                        "Messages of Party are guarded, and the session's options say nothing of who may send them:"
                                + " begin() from Host to Guest needs session:begin and costs 40 and records begun. Say it with rights().");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.open(PARTY, SessionOptions.defaults().rights(RIGHTS)))
                .withMessage("A session of Party records the facts begun, and its options do not say where."
                        + " Give them a journal with facts().");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.open(PARTY, options.rights(RIGHTS.allow("Hots", "session:begin"))))
                .withMessageContaining("no role Hots");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.open(PARTY, options.rights(RIGHTS.budget("Host", "Guset", 1))))
                .withMessageContaining("no role Guset");
    }

    @Test
    void whoIsPlayedElsewhereNeedsNothingHere() {
        var host =
                StreamTransport.over(InputStream.nullInputStream(), OutputStream.nullOutputStream(), new LineCodec());

        try (Session session = Session.open(PARTY, SessionOptions.defaults().remote("Host", host))) {
            assertThat(session.effects().rights()).isEqualTo(Rights.NONE);
        }
    }

    @Test
    void aProtocolWithoutGuardsHasNoEffects() {
        try (Session session = Session.open(Protocols.CALCULATOR, SessionOptions.defaults())) {
            assertThatIllegalStateException()
                    .isThrownBy(session::effects)
                    .withMessageContaining("No message of math.Calculator is guarded");
        }
    }

    @Test
    void rightsGrow() {
        assertThat(RIGHTS.allow("Host", "session:end").capabilities())
                .isEqualTo(Map.of("Host", Set.of(new Capability("session:begin"), new Capability("session:end"))));
    }
}
