package dev.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.diagnostic.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protocols that nobody writes, or that a machine writes: they compile, or are refused in plain words. */
class HostileInputTest {

    @TempDir
    private Path directory;

    private static final List<String> ROLES = List.of("A", "B", "C");

    private static final String PING = """
            import dev.parley.annotation.*;

            @Protocol
            public interface Ping {
                @Role interface Left {}
                @Role interface Right {}

                @Message(from = Left.class, to = Right.class) void ping();
            }
            """;

    @ParameterizedTest
    @EnumSource
    void identifiersAreOfAnyScript(Compilers compiler) {
        Project.Outcome outcome = compile(compiler, "Größe.java", """
                package läden.商店;

                import dev.parley.annotation.*;

                @Protocol
                interface Größe {
                    @Role interface Käufer {}
                    @Role interface 売り手 {}

                    Öffnung öffne();

                    @Choice(at = Käufer.class)
                    interface Öffnung {
                        @Message(from = Käufer.class, to = 売り手.class) Öffnung größe(int länge, String 名前, int $, int _x);
                        @Message(from = Käufer.class, to = 売り手.class) End ßchluss();
                        @Message(from = Käufer.class, to = 売り手.class) End 終わり();
                    }
                }
                """);

        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.generated()).containsKeys("läden/商店/GrößeKäufer.java", "läden/商店/Größe売り手.java");
    }

    @ParameterizedTest
    @EnumSource
    void aProtocolMayStandInAClassOfTheUnnamedPackage(Compilers compiler) {
        Project.Outcome outcome = compile(compiler, "Outer.java", """
                import dev.parley.annotation.*;

                class Outer<T> {
                    static class Inner {
                        @Protocol
                        protected interface Ping {
                            @Role interface Left {}
                            @Role interface Right {}

                            @Message(from = Left.class, to = Right.class) void ping(Payload payload);
                        }

                        static class Payload {}
                    }

                    void use() {
                        Outer_Inner_PingSession.run(left -> left.ping(new Inner.Payload()), right -> right.receive().payload());
                    }
                }
                """);

        assertThat(outcome.messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void protocolsOfOneNameInTwoPackagesDoNotMeet(Compilers compiler) {
        Project.Outcome outcome = new Project(directory)
                .write("a/Ping.java", "package a;\n" + PING)
                .write("b/Ping.java", "package b;\n" + PING)
                .write("b/PingLeftovers.java", "package b;\n class PingLeftovers {}")
                .write("c/PingLeft.java", "package c;\n class PingLeft {}")
                .compile(compiler.get(), compiler.options());

        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.generated())
                .containsKeys(
                        "a/PingSession.java",
                        "b/PingSession.java",
                        "META-INF/parley/a.Ping.spec",
                        "META-INF/parley/b.Ping.spec");
    }

    @ParameterizedTest
    @EnumSource
    void blocksThatLeadInCirclesAreFollowedOnce(Compilers compiler) {
        String blocks = IntStream.range(0, 100)
                .mapToObj(i ->
                        "@Choice(at = %s.class) interface B%d { @Message(from = %1$s.class, to = %s.class) B%d next(); "
                                        .formatted(
                                                i % 2 == 0 ? "Left" : "Right",
                                                i,
                                                i % 2 == 0 ? "Right" : "Left",
                                                (i + 1) % 100)
                                + "@Message(from = %s.class, to = %s.class) End stop(); }\n"
                                        .formatted(i % 2 == 0 ? "Left" : "Right", i % 2 == 0 ? "Right" : "Left"))
                .collect(Collectors.joining());
        Project.Outcome outcome = compile(
                compiler,
                "Ping.java",
                PING.replace("@Message(from = Left.class, to = Right.class) void ping();", "B0 start();\n" + blocks));

        assertThat(outcome.messages()).isEmpty();
    }

    /** Types in type arguments refer to themselves; nothing may follow them for ever. */
    @ParameterizedTest
    @EnumSource
    void typesThatMentionThemselvesAreReadOnce(Compilers compiler) {
        Project.Outcome outcome = compile(
                compiler,
                "Ping.java",
                PING.replace(
                        "void ping();",
                        "<T extends Comparable<T>> void ping(T own, Enum<? extends Enum<?>> some, java.util.List<Ping> more);"));

        assertThat(outcome.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getMessage(Locale.ROOT))
                        .startsWith("[protocol-member] ping has type parameters"));
    }

    @Test
    void tenThousandStepsAreReadAndCompiled() {
        String steps = IntStream.range(0, 10_000)
                .mapToObj(i -> "@Message(from = %s.class, to = %s.class) void m%d(int x);\n"
                        .formatted(ROLES.get(i % 3), ROLES.get((i + 1) % 3), i))
                .collect(Collectors.joining());
        Capture capture = new Capture();
        new Project(directory)
                .write(
                        "Endless.java",
                        "import dev.parley.annotation.*;\n@Protocol interface Endless {\n"
                                + "@Role interface A {} @Role interface B {} @Role interface C {}\n" + steps + "}\n")
                .compile(Compilers.JAVAC.get(), Compilers.JAVAC.options(), List.of(capture));

        Result<CompiledProtocol> compiled =
                ProtocolCompiler.compile(capture.readings().get(0).declaration());

        assertThat(compiled.diagnostics()).isEmpty();
        assertThat(compiled.value().orElseThrow().global().states()).hasSize(10_001);
    }

    private Project.Outcome compile(Compilers compiler, String file, String source) {
        return new Project(directory).write(file, source).compile(compiler.get(), compiler.options());
    }
}
