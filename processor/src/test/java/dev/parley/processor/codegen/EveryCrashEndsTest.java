package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.KnownProtocols;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.Protocols;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.theory.RandomProtocols;
import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionCancelledException;
import dev.parley.runtime.SessionListener;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionRunner;
import dev.parley.runtime.SessionStatus;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whichever role crashes or gives up, and in place of whichever of its steps: all others come to an end, with real threads. Whether
 * the session survives is as the protocol says.
 */
@Timeout(300)
class EveryCrashEndsTest {

    private static final int STEPS = 5;

    /** So long that a session must be stopped that its protocol would let go on for ever. */
    private static final int LONG = 40;

    /** The worker may crash in each round of its own; the spare does the rest of the work then. */
    static final ProtocolDeclaration JOBS = Protocols.protocol(Protocols.seq(
            "Jobs",
            Protocols.msg("Boss", "Worker", "job")
                    .then(Protocols.choice(
                            "Work",
                            "Worker",
                            Protocols.msg("Worker", "Boss, Spare", "part").then("Work"),
                            Protocols.msg("Worker", "Boss, Spare", "done").within("1h"),
                            Protocols.crash("Worker", "lost")
                                    .then(Protocols.choice(
                                            "Retry",
                                            "Boss",
                                            Protocols.msg("Boss", "Spare", "again"),
                                            Protocols.msg("Boss", "Spare", "leave")
                                                    .end(),
                                            Protocols.crash("Boss", "alone").end())))),
            Protocols.msg("Spare", "Boss", "bye").end()));

    private static final class Killed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private record Crash(String role, Throwable cause) {}

    private int survived;

    @Test
    void knownProtocols() throws Exception {
        play(KnownProtocols.all().stream()
                .filter(KnownProtocols.Known::implementable)
                .map(KnownProtocols.Known::declaration));
    }

    @Test
    void randomProtocols() throws Exception {
        play(IntStream.range(0, 300).mapToObj(seed -> RandomProtocols.protocol(seed, 8)));
        assertThat(survived).isPositive();
    }

    @Test
    void protocolsThatMeetCrashesInCrashes() throws Exception {
        play(Stream.of(JOBS));
        assertThat(survived).isPositive();
    }

    private void play(Stream<ProtocolDeclaration> declarations) throws Exception {
        List<CompiledProtocol> protocols = declarations
                .map(ProtocolCompiler::compile)
                .filter(result -> !result.hasErrors())
                .map(Result::value)
                .map(value -> value.orElseThrow())
                .filter(protocol -> protocol.machines().stream()
                        .noneMatch(machine -> machine.role().isParty()))
                .toList();
        assertThat(protocols).isNotEmpty();
        for (CompiledProtocol protocol : protocols) {
            ProtocolSpec spec = ProtocolSpec.of(SpecText.lines(protocol).toArray(String[]::new));
            for (int role = 0; role < spec.roles().size(); role++) {
                for (int step = 0; step < STEPS; step++) {
                    crash(protocol, spec, role, step);
                    cancel(protocol, spec, role, step);
                }
            }
        }
    }

    private void crash(CompiledProtocol protocol, ProtocolSpec spec, int role, int step) throws Exception {
        List<Crash> crashes = new CopyOnWriteArrayList<>();
        Session session = Session.open(spec, SessionOptions.defaults().listener(new SessionListener() {
            @Override
            public void statusChanged(Session changed, SessionStatus from, SessionStatus to) {}

            @Override
            public void roleCrashed(Session survivor, String crashed, Throwable cause) {
                crashes.add(new Crash(crashed, cause));
            }
        }));
        String text = Protocols.text(protocol.declaration());
        try {
            run(protocol, session, role, step, unused -> {
                throw new Killed();
            });
            assertThat(session.status()).as(text).isEqualTo(SessionStatus.CLOSED);
            survived += crashes.size();
        } catch (Killed killed) {
            if (session.status() == SessionStatus.FAULTED) {
                assertThat(session.cause()).containsSame(killed);
                assertThat(killed.getSuppressed()).as(text).isEmpty();
            } else {
                assertThat(session.reason()).as(text).isEqualTo("long enough");
            }
        } catch (SessionCancelledException stopped) {
            assertThat(session.reason()).as(text).isEqualTo("long enough");
        }
        assertThat(crashes)
                .as(text)
                .hasSizeLessThan(2)
                .allMatch(crash -> crash.role.equals(spec.roles().get(role)));
    }

    private static void cancel(CompiledProtocol protocol, ProtocolSpec spec, int role, int step) throws Exception {
        Session session = Session.open(spec, SessionOptions.defaults());
        try {
            run(protocol, session, role, step, running -> running.cancel("enough"));
            assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        } catch (SessionCancelledException cancelled) {
            assertThat(session.reason()).isIn("enough", "long enough");
        }
    }

    private static void run(CompiledProtocol protocol, Session session, int role, int step, Consumer<Session> instead)
            throws Exception {
        SessionRunner<RuntimeException> runner = new SessionRunner<>(session);
        for (int i = 0; i < session.protocol().roles().size(); i++) {
            int number = i;
            Random random = new Random(31L * role + 7L * step + i);
            int at = i == role ? step : LONG;
            Consumer<Session> then = i == role ? instead : running -> running.cancel("long enough");
            runner.role(
                    session.protocol().roles().get(i),
                    () -> new TableRole(session, number, inMulticast(protocol, session, number), random),
                    player -> player.play(at, () -> then.accept(session)));
        }
        runner.run();
    }

    private static List<Boolean> inMulticast(CompiledProtocol protocol, Session session, int role) {
        StateMachine machine = protocol.machines().stream()
                .filter(each ->
                        each.role().value().equals(session.protocol().roles().get(role)))
                .findFirst()
                .orElseThrow();
        List<Boolean> inMulticast = new ArrayList<>(
                machine.states().stream().map(State::multicastRest).toList());
        while (inMulticast.size()
                < session.protocol().machines().get(role).states().size()) {
            inMulticast.add(false);
        }
        return inMulticast;
    }
}
