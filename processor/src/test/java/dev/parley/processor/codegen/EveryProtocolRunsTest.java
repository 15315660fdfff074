package dev.parley.processor.codegen;

import static dev.parley.compiler.Protocols.INT;
import static dev.parley.compiler.Protocols.LONG;
import static dev.parley.compiler.Protocols.STRING;
import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.par;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.KnownProtocols;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.Protocols.Block;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.theory.RandomProtocols;
import dev.parley.runtime.LocalState;
import dev.parley.runtime.Phases;
import dev.parley.runtime.Reactor;
import dev.parley.runtime.SessionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Whatever the compiler accepts, its endpoints can play: at random to the end, or as long as one likes; and go on playing after a stop at any
 * point.
 */
class EveryProtocolRunsTest {

    private static final int STEPS = 300;
    private static final int RUNS = 20;

    @Test
    void knownProtocols() throws Exception {
        play(KnownProtocols.all().stream()
                .filter(KnownProtocols.Known::implementable)
                .map(KnownProtocols.Known::declaration));
    }

    @Test
    void randomProtocols() throws Exception {
        play(IntStream.range(0, 150).mapToObj(seed -> inPackage("random" + seed, RandomProtocols.protocol(seed, 12))));
    }

    /** What a message is marked with depends on its label and its receivers, so that its sender always knows. */
    @Test
    void markedProtocols() throws Exception {
        play(IntStream.range(0, 60)
                .mapToObj(seed -> Marked.of(inPackage("marked" + seed, RandomProtocols.protocol(seed, 12)))));
    }

    @Test
    void protocolsWithBranches() throws Exception {
        play(Stream.concat(
                Stream.of(roundsOfBranchesWithinBranches()),
                IntStream.range(0, 34)
                        .mapToObj(seed -> inPackage("branches" + seed, RandomProtocols.withBranches(seed, 6)))
                        .map(Marked::of)));
    }

    private static ProtocolDeclaration roundsOfBranchesWithinBranches() {
        Block inner = par("Inner", msg("B", "A", "left", INT), msg("A", "B", "right", STRING));
        Block outer = par(
                "Outer",
                msg("A", "B", "ask", INT).then(seq("Reply", msg("B", "A", "reply", LONG))),
                msg("A", "B", "more", INT).then(seq("More", run(inner))),
                msg("A", "B", "note"));
        Block round = seq("Round", run(outer), run("Rounds"));
        return protocol(choice("Rounds", "A", msg("A", "B", "go").then(round), msg("A", "B", "stop")));
    }

    private static ProtocolDeclaration inPackage(String name, ProtocolDeclaration plain) {
        return new ProtocolDeclaration(
                name, plain.simpleNames(), plain.roles(), plain.main(), plain.blocks(), plain.edges(), plain.origin());
    }

    private static void play(Stream<ProtocolDeclaration> declarations) throws Exception {
        List<CompiledProtocol> protocols = declarations
                .map(ProtocolCompiler::compile)
                .filter(result -> !result.hasErrors())
                .map(Result::value)
                .map(value -> value.orElseThrow())
                .toList();
        List<JavaFileObject> sources = new ArrayList<>();
        GenerationContext context = new GenerationContext(true, true, true, false, false);
        protocols.forEach(protocol ->
                EndpointGenerator.generate(protocol, context).forEach(file -> sources.add(file.toJavaFileObject())));
        Compilation compilation = Compiler.javac()
                .withOptions("--release", "17", "-Xlint:all,-processing", "-Werror")
                .compile(sources);
        assertThat(compilation.diagnostics()).isEmpty();
        ClassLoader loader = Generated.loader(compilation.generatedFiles());
        assertThat(protocols).hasSizeGreaterThan(20);
        for (CompiledProtocol protocol : protocols) {
            for (int run = 0; run < RUNS; run++) {
                SessionOptions options = Marked.options(protocol);
                play(protocol, loader, run % 2 == 0 ? options : options.sameThread(), new Random(run));
                playByEvents(protocol, loader, run % 2 == 0 ? options : options.sameThread(), new Random(run));
            }
            new Reopening(protocol, loader).check(new Random(RUNS));
        }
    }

    private static Object open(CompiledProtocol protocol, ClassLoader loader, SessionOptions options) throws Exception {
        ProtocolDeclaration declaration = protocol.declaration();
        String type = declaration.packageName() + "." + declaration.generatedPrefix() + "Session";
        return loader.loadClass(type).getMethod("open", SessionOptions.class).invoke(null, options);
    }

    private static void play(CompiledProtocol protocol, ClassLoader loader, SessionOptions options, Random random)
            throws Exception {
        Object session = open(protocol, loader, options);
        List<Player> players = Player.all(protocol, session, random);
        for (int step = 0; step < STEPS && !players.stream().allMatch(Player::isDone); step++) {
            int first = random.nextInt(players.size());
            boolean moved = false;
            for (int i = 0; i < players.size() && !moved; i++) {
                moved = players.get((first + i) % players.size()).step();
            }
            assertThat(moved)
                    .as("%s goes on: %s", protocol.declaration().name(), players)
                    .isTrue();
        }
        boolean phased = protocol.global().states().stream()
                .flatMap(state -> state.transitions().stream())
                .anyMatch(transition -> transition.step().marks().phase().isPresent());
        if (phased && players.stream().allMatch(Player::isDone)) {
            Phases phases = (Phases) session.getClass().getMethod("phases").invoke(session);
            assertThat(phases.current()).isEmpty();
            assertThat(phases.pending()).isEmpty();
        }
        session.getClass().getMethod("cancel", String.class).invoke(session, "done with it");
    }

    /** All roles that have handlers on one reactor; the others act in between. */
    private static void playByEvents(
            CompiledProtocol protocol, ClassLoader loader, SessionOptions options, Random random) throws Exception {
        List<Throwable> failures = new ArrayList<>();
        Object session = open(
                protocol,
                loader,
                options.listener((changed, from, to) -> changed.cause().ifPresent(failures::add)));
        Reactor reactor = new Reactor();
        List<Player> others = new ArrayList<>();
        List<LocalRole> roles = new ArrayList<>();
        for (StateMachine machine : Player.roles(protocol)) {
            if (RandomHandler.play(machine, protocol, session, reactor, random)) {
                roles.add(new LocalRole(session, machine.role().value()));
            } else {
                others.add(Player.of(machine, protocol, session, random));
            }
        }
        for (int step = 0; step < STEPS && !roles.stream().allMatch(LocalRole::isDone); step++) {
            boolean moved = reactor.runOnce();
            for (int i = 0; i < others.size() && !moved; i++) {
                moved = others.get(i).step();
            }
            assertThat(failures)
                    .as("%s at step %s", protocol.declaration().name(), step)
                    .isEmpty();
            assertThat(moved)
                    .as("%s goes on: %s", protocol.declaration().name(), roles)
                    .isTrue();
        }
        session.getClass().getMethod("cancel", String.class).invoke(session, "done with it");
        reactor.drain();
    }

    private record LocalRole(Object session, String role) {

        LocalState state() {
            try {
                return (LocalState)
                        session.getClass().getMethod("localState", String.class).invoke(session, role);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }

        boolean isDone() {
            return state().isFinal();
        }

        @Override
        public String toString() {
            return role + " in " + state().name();
        }
    }
}
