package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.effect.Flow;
import dev.parley.runtime.effect.FlowBudget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What generated code does about guards. */
class GuardsTest {

    private static final String OPEN = """
            MemoryJournal facts = new MemoryJournal();
            Rights rights = Rights.NONE.allow("Host", "session:create").budget("Host", "Guest", 120).budget("Host", "Waiter", 250);
            MeetingSession session = MeetingSession.open(SessionOptions.defaults().rights(rights).facts(facts));
            MeetingHost.Planning host = session.host();
            """;

    @Test
    void aMulticastChargesEveryReceiverOnce() throws Throwable {
        Object budgets = Generated.play(Sources.MEETING, OPEN + """
                host.invite("tea").close();
                return List.of(session.effects().rights().budgets(), session.edges().get(0).sent(), facts.size());
                """);

        assertThat(budgets)
                .isEqualTo(List.of(
                        Map.of(
                                new Flow("Host", "Guest"), new FlowBudget(120, 100, 0),
                                new Flow("Host", "Waiter"), new FlowBudget(250, 100, 0)),
                        2L,
                        1L));
    }

    @Test
    void whoIsDeniedIsInTheStateThatItWasIn() throws Throwable {
        Object seen = Generated.play(Sources.MEETING, OPEN + """
                List<Object> seen = new ArrayList<>();
                host = host.invite("tea");
                try {
                    host = host.invite("cake");
                } catch (EffectDeniedException e) {
                    seen.add(e.getMessage());
                    seen.add(e.denial().kind());
                    host.remind().remind().close();
                }
                session.edges().forEach(edge -> seen.add(edge.sent()));
                seen.add(session.guest().receive() instanceof MeetingGuest.Invite);
                return seen.toString();
                """);

        assertThat(seen)
                .asString()
                .isEqualTo(
                        "[invite() from Host to Guest, Waiter was not sent: it costs 100, and Host to Guest has a budget of 120,"
                                + " 20 left, in epoch 0. Begin a new epoch, or give the session's rights a larger budget from Host to"
                                + " Guest., BUDGET, 4, 2, true]");
    }

    @Test
    void everyMemberOfAFamilyHasABudgetOfItsOwn() throws Throwable {
        Object seen = Generated.play(Sources.protocol("""
                @Protocol
                public interface Training {
                    @Role interface Coach {}
                    @Role @Family interface Player {}

                    Round round();

                    @Choice(at = Coach.class)
                    interface Round {
                        @Guard(capability = "game:play", flowCost = 5, journal = "played")
                        @Message(from = Coach.class, to = Player.class) Answer play();
                        @Message(from = Coach.class, to = Player.class) End stop();
                    }
                    interface Answer {
                        @Guard(capability = "game:report", flowCost = 3)
                        @Message(from = Player.class, to = Coach.class) Round report();
                    }
                }
                """), """
                MemoryJournal facts = new MemoryJournal();
                Rights rights = Rights.NONE
                        .allow("Coach", "game:play").budget("Coach", "Player", 100)
                        .allow("Player", "game:report").budget("Player", "Coach", 5).budget("Player[1]", "Coach", 6);
                try (TrainingSession session = TrainingSession.open(
                        SessionOptions.defaults().sameThread().rights(rights).facts(facts), 2)) {
                    TrainingPlayer.Round zero = session.player(0);
                    TrainingPlayer.Round one = session.player(1);
                    var waiting = session.coach().play();
                    zero = ((TrainingPlayer.Play) zero.receive()).report();
                    one = ((TrainingPlayer.Play) one.receive()).report();
                    waiting = waiting.gather().play();
                    one = ((TrainingPlayer.Play) one.receive()).report();
                    var denied = (TrainingPlayer.Play) zero.receive();
                    try {
                        zero = denied.report();
                        return "sent";
                    } catch (EffectDeniedException e) {
                        var budgets = session.effects().rights().budgets();
                        return e.denial().reason() + "; " + facts.size()
                                + "; " + budgets.get(new dev.parley.runtime.effect.Flow("Coach", "Player[0]")).spent()
                                + "; " + budgets.get(new dev.parley.runtime.effect.Flow("Player[1]", "Coach")).spent();
                    }
                }
                """);

        assertThat(seen)
                .isEqualTo("it costs 3, and Player[0] to Coach has a budget of 5, 2 left, in epoch 0; 2; 10; 6");
    }

    @Test
    void guardsAreJudgedWithoutEffect() throws Throwable {
        Object judged = Generated.play(Sources.MEETING, OPEN + """
                Rights now = session.effects().rights();
                List<Object> judged = new ArrayList<>();
                for (GuardedMessage message : session.localState("Host").guarded()) {
                    judged.add(message.message() + " " + now.judge(message).isEmpty());
                    judged.add(message.message() + " " + Rights.NONE.judge(message).get().kind());
                }
                return List.of(judged.toString(), now.equals(session.effects().rights()), facts.size());
                """);

        assertThat(judged).isEqualTo(List.of("[invite true, invite CAPABILITY, remind true, remind BUDGET]", true, 0L));
    }

    @Test
    void aDenialThatNobodyCatchesFailsTheRun() throws Throwable {
        Object failure = Generated.play(Sources.MEETING, """
                try {
                    MeetingSession.run(
                            SessionOptions.defaults().rights(Rights.NONE).facts(new MemoryJournal()),
                            guest -> { Object next = guest.receive(); },
                            host -> host.invite("tea").close(),
                            waiter -> { Object next = waiter.receive(); });
                    return "nothing";
                } catch (EffectDeniedException e) {
                    return e.denial().reason();
                }
                """);

        assertThat(failure).isEqualTo("Host lacks the capability session:create");
    }
}
