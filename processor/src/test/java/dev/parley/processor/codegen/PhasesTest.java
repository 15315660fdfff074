package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The phases that a session of generated code goes through. */
class PhasesTest {

    private static final String OPEN = """
            List<String> told = new ArrayList<>();
            SessionListener listener = new SessionListener() {
                @Override
                public void statusChanged(Session session, SessionStatus from, SessionStatus to) {}

                @Override
                public void phaseBegun(Session session, String phase) {
                    told.add("+" + phase);
                }

                @Override
                public void phaseCompleted(Session session, String phase) {
                    told.add("-" + phase);
                }
            };
            StudioSession session = StudioSession.open(SessionOptions.defaults().sameThread().listener(listener));
            List<Object> seen = new ArrayList<>();
            seen.add(session.phases());
            var author = session.author();
            var archive = session.archive();
            var verdict = session.editor().hello();
            seen.add(session.phases());
            var drafting = author.receive();
            seen.add(session.phases());
            """;

    private static List<String> play(String statements) throws Throwable {
        Object seen = Generated.play(Sources.STUDIO, OPEN + statements + """
                seen.add(session.phases());
                seen.add(told);
                return seen;
                """);
        return ((List<?>) seen)
                .stream().map(each -> each.toString().replace("Phases", "")).toList();
    }

    @Test
    void phasesComeAndGo() throws Throwable {
        assertThat(play("""
                        var waiting = drafting.draft("one");
                        var next = verdict.receive().again();
                        seen.add(session.phases());
                        var accepted = ((StudioAuthor.Again) waiting.receive()).draft("two");
                        var waitingForPrint = next.receive().accept();
                        seen.add(session.phases());
                        ((StudioAuthor.Accept) accepted.receive()).proof();
                        seen.add(session.phases());
                        ((StudioArchive.Proof) archive.receive()).printed();
                        waitingForPrint.receive();
                        """))
                .containsExactly(
                        "[current=[], completed=[], pending=[design, build, clean up]]",
                        "[current=[], completed=[], pending=[design, build, clean up]]",
                        "[current=[design], completed=[], pending=[build, clean up]]",
                        "[current=[design], completed=[], pending=[build, clean up]]",
                        "[current=[design, build], completed=[], pending=[clean up]]",
                        "[current=[build], completed=[design], pending=[]]",
                        "[current=[], completed=[design, build], pending=[]]",
                        "[+design, +build, -design, -build]");
    }

    @Test
    void aPathThatIsNotTakenIsNoPhase() throws Throwable {
        assertThat(play("""
                        var waiting = drafting.draft("one");
                        verdict.receive().reject();
                        seen.add(session.phases());
                        waiting.receive();
                        seen.add(session.phases());
                        archive.receive();
                        """))
                .endsWith(
                        "[current=[design, clean up], completed=[], pending=[build]]",
                        "[current=[], completed=[design, clean up], pending=[build]]",
                        "[current=[], completed=[design, clean up], pending=[]]",
                        "[+design, +clean up, -design, -clean up]");
    }

    /** A phase within a block for each member is over when the last has come to its end there, however many there were. */
    @Test
    void aPhaseIsOverWhenItIsForAllMembers() throws Throwable {
        Object seen = Generated.play(Sources.protocol("""
                @Protocol
                public interface Picnic {
                    @Role interface Host {}
                    @Role @Family(min = 0) interface Guest {}

                    Reply asking();
                    @Phase("eating") @Message(from = Host.class, to = Guest.class) void eat();

                    @Phase("asking")
                    @ForEach(Guest.class)
                    interface Reply {
                        @Message(from = Guest.class, to = Host.class) void come(int friends);
                    }
                }
                """), """
                List<Object> seen = new ArrayList<>();
                PicnicSession session = PicnicSession.open(SessionOptions.defaults().sameThread(), 2);
                seen.add(session.phases());
                var replies = session.host().fork();
                var first = session.guest(0).come(1);
                var second = session.guest(1).come(2);
                seen.add(session.phases());
                replies.member(1).receive();
                seen.add(session.phases());
                replies.member(0).receive();
                var join = replies.join();
                seen.add(session.phases());
                join.eat();
                first.receive();
                second.receive();
                seen.add(session.phases());
                return seen;
                """);

        assertThat(((List<?>) seen).stream().map(Object::toString))
                .containsExactly(
                        "Phases[current=[asking], completed=[], pending=[eating]]",
                        "Phases[current=[], completed=[], pending=[asking, eating]]",
                        "Phases[current=[], completed=[], pending=[asking, eating]]",
                        "Phases[current=[eating], completed=[asking], pending=[]]",
                        "Phases[current=[], completed=[asking, eating], pending=[]]");
    }

    @Test
    void protocolsWithoutPhasesHaveNone() throws Throwable {
        assertThat(Generated.from(Sources.CALCULATOR).source("CalculatorSession"))
                .doesNotContain("phases");
    }
}
