package dev.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.EdgeDeclaration;
import dev.parley.compiler.protocol.Family;
import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.Phase;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.Timeout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What compilers show of a source becomes one declaration, the same with each of them. */
class SourceReaderTest {

    @TempDir
    private Path directory;

    private static final String TWO_BUYER = """
            package shop;

            import dev.parley.annotation.*;
            import java.time.LocalDate;

            @Protocol
            public interface TwoBuyer {
                @Role interface Seller {}
                @Role interface Friend {}
                @Role interface Buyer {}

                @Message(from = Buyer.class, to = Seller.class) void title(String title);
                @Message(from = Seller.class, to = {Friend.class, Buyer.class}) void quote(int euros);
                @Message(from = Buyer.class, to = Friend.class, label = "part") void share(int euros);
                Decision decide();

                interface Delivery {
                    @Message(from = Seller.class, to = Friend.class) void ship(LocalDate date);
                }

                @Choice(at = Friend.class)
                interface Decision {
                    @Message(from = Friend.class, to = {Buyer.class, Seller.class}) Delivery accept(String address);
                    @Message(from = Friend.class, to = {Buyer.class, Seller.class}) End reject();
                }
            }
            """;

    @ParameterizedTest
    @EnumSource
    void rolesAndBlocksAreSortedAndStepsKeepTheirOrder(Compilers compiler) {
        ProtocolDeclaration protocol = read(compiler, TWO_BUYER);

        assertThat(protocol.qualifiedName()).isEqualTo("shop.TwoBuyer");
        assertThat(protocol.roles())
                .extracting(RoleDeclaration::name)
                .extracting(RoleName::value)
                .containsExactly("Buyer", "Friend", "Seller");
        assertThat(protocol.blocks()).extracting(BlockDeclaration::name).containsExactly("Decision", "Delivery");
        assertThat(protocol.main().steps())
                .extracting(Step::method)
                .containsExactly("title", "quote", "share", "decide");
    }

    @ParameterizedTest
    @EnumSource
    void stepsSayWhoSendsWhatToWhomAndWhatFollows(Compilers compiler) {
        ProtocolDeclaration protocol = read(compiler, TWO_BUYER);
        BlockDeclaration decision = protocol.block("Decision").orElseThrow();
        MessageStep quote = (MessageStep) protocol.main().steps().get(1);
        MessageStep share = (MessageStep) protocol.main().steps().get(2);

        assertThat(quote.from().name()).isEqualTo("Seller");
        assertThat(quote.to())
                .as("in the order listed")
                .extracting(Reference::name)
                .containsExactly("Friend", "Buyer");
        assertThat(quote.next()).isEqualTo(new Continuation.Next());
        assertThat(share.label().value()).isEqualTo("part");
        assertThat(decision.choiceAt()).map(Reference::name).contains("Friend");
        assertThat(decision.steps())
                .extracting(Step::next)
                .extracting(Object::getClass)
                .containsExactly(Continuation.Block.class, Continuation.End.class);
    }

    @ParameterizedTest
    @EnumSource
    void formsOfBlocksAndMarksOfStepsAreRead(Compilers compiler) {
        ProtocolDeclaration protocol = read(compiler, """
                package poll;

                import dev.parley.annotation.*;

                @Protocol
                public interface Poll {
                    @Role interface Host {}
                    @Role @Family(min = 3) interface Guest {}

                    @Guard(capability = "poll:ask", flowCost = 100, journal = "asked")
                    @Phase("asking")
                    @Message(from = Host.class, to = Guest.class) void ask(String question);
                    @Quorum @Message(from = Guest.class, to = Host.class) void vote(boolean yes);
                    Leaving leaving();
                    Chores chores();

                    @Admits(Guest.class)
                    @ForEach(Guest.class)
                    @Choice(at = Guest.class)
                    interface Leaving {
                        @Message(from = Guest.class, to = Host.class) void stay();
                        @Timeout("30s") @Message(from = Guest.class, to = Host.class) End leave();
                        @OnCrash(Guest.class) End lost();
                    }

                    @Parallel
                    @Phase("closing")
                    interface Chores {
                        @Message(from = Host.class, to = Guest.class) void wash();
                        @Message(from = Host.class, to = Guest.class) void dry();
                    }
                }
                """);
        RoleDeclaration guest = protocol.roles().get(0);
        Marks ask = protocol.main().steps().get(0).marks();
        BlockDeclaration leaving = protocol.block("Leaving").orElseThrow();
        BlockDeclaration chores = protocol.block("Chores").orElseThrow();

        assertThat(guest.family()).map(Family::min).contains(3);
        assertThat(protocol.roles().get(1).family()).isEmpty();
        assertThat(ask.phase()).map(Phase::name).contains("asking");
        assertThat(ask.guard())
                .get()
                .extracting(Guard::capability, Guard::flowCost, Guard::journal)
                .containsExactly("poll:ask", 100L, "asked");
        assertThat(protocol.main().steps().get(1).marks().quorum()).isPresent();
        assertThat(leaving.admits()).map(Reference::name).contains("Guest");
        assertThat(leaving.form())
                .isInstanceOfSatisfying(
                        BlockForm.ForEach.class,
                        form -> assertThat(form.family().name()).isEqualTo("Guest"));
        assertThat(leaving.choiceAt()).map(Reference::name).contains("Guest");
        assertThat(leaving.steps().get(1).marks().timeout()).map(Timeout::text).contains("30s");
        assertThat(leaving.steps().get(2))
                .isInstanceOfSatisfying(
                        Step.CrashStep.class,
                        lost -> assertThat(lost.role().name()).isEqualTo("Guest"));
        assertThat(chores.form()).isInstanceOf(BlockForm.Parallel.class);
        assertThat(chores.phase()).map(Phase::name).contains("closing");
    }

    @ParameterizedTest
    @EnumSource
    void nothingDependsOnTheOrderOfNestedTypesOrHowMethodsStandAmongThem(Compilers compiler) {
        String shuffled = """
                package shop;

                import dev.parley.annotation.*;

                @Protocol
                public interface TwoBuyer {
                    @Message(from = Buyer.class, to = Seller.class) void title(String title);
                    @Choice(at = Friend.class)
                    interface Decision {
                        @Message(from = Friend.class, to = {Buyer.class, Seller.class}) Delivery accept(String address);
                        @Message(from = Friend.class, to = {Buyer.class, Seller.class}) End reject();
                    }
                    @Message(from = Seller.class, to = {Friend.class, Buyer.class}) void quote(int euros);
                    @Role interface Buyer {}
                    interface Delivery {
                        @Message(from = Seller.class, to = Friend.class) void ship(java.time.LocalDate date);
                    }
                    @Message(from = Buyer.class, to = Friend.class, label = "part") void share(int euros);
                    @Role interface Friend {}
                    Decision decide();
                    @Role interface Seller {}
                }
                """;

        assertThat(read(compiler, shuffled)).isEqualTo(read(compiler, TWO_BUYER));
    }

    @ParameterizedTest
    @EnumSource
    void payloadTypesAreReadAsSourceCodeWritesThem(Compilers compiler) {
        ProtocolDeclaration protocol = read(compiler, """
                package shop;

                import dev.parley.annotation.*;
                import java.util.*;

                @Protocol
                interface Types {
                    @Role interface A {}
                    @Role interface B {}

                    @Message(from = A.class, to = B.class)
                    void all(boolean a, byte b, short c, char d, int e, long f, float g, double h,
                            int[][] i, List<? extends Map<String, ?>> j, Map.Entry<? super Integer, byte[]> k,
                            List l, Local m, String... n);
                }

                class Local {}
                """);
        MessageStep step = (MessageStep) protocol.main().steps().get(0);

        assertThat(step.payload())
                .extracting(Parameter::type)
                .extracting(Object::toString)
                .containsExactly(
                        "boolean",
                        "byte",
                        "short",
                        "char",
                        "int",
                        "long",
                        "float",
                        "double",
                        "int[][]",
                        "java.util.List<? extends java.util.Map<java.lang.String, ?>>",
                        "java.util.Map.Entry<? super java.lang.Integer, byte[]>",
                        "java.util.List",
                        "shop.Local",
                        "java.lang.String[]");
        assertThat(step.parameterNames()).startsWith("a", "b").endsWith("m", "n");
        assertThat(step.varargs()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void edgesAreReadAloneAndRepeated(Compilers compiler) {
        ProtocolDeclaration protocol = read(compiler, """
                import dev.parley.annotation.*;

                @Protocol
                @Edge(from = Two.A.class, to = Two.B.class, capacity = 1 << 4)
                @Edge(from = Two.B.class, to = Two.A.class, whenFull = Edge.WhenFull.RESIZE, maxCapacity = 64)
                interface Two {
                    @Role interface A {}
                    @Role interface B {}

                    @Message(from = A.class, to = B.class) void ping();
                    @Message(from = B.class, to = A.class) void pong();
                }

                @Protocol
                @Edge(from = One.A.class, to = One.B.class, mode = Edge.Mode.LATEST_VALUE)
                interface One {
                    @Role interface A {}
                    @Role interface B {}

                    @Message(from = A.class, to = B.class) void ping();
                }
                """, "Two");

        assertThat(protocol.edges())
                .extracting(EdgeDeclaration::capacity, EdgeDeclaration::whenFull, EdgeDeclaration::maxCapacity)
                .containsExactly(
                        tuple(16, EdgeDeclaration.WhenFull.BLOCK, 0), tuple(0, EdgeDeclaration.WhenFull.RESIZE, 64));
    }

    @ParameterizedTest
    @EnumSource
    void aProtocolMayBeNestedInAClassOfTheUnnamedPackage(Compilers compiler) {
        ProtocolDeclaration protocol = read(compiler, """
                import dev.parley.annotation.*;

                class Outer<T> {
                    static class Inner {
                        @Protocol
                        protected interface Ping {
                            @Role interface A {}
                            @Role interface B {}

                            @Message(from = A.class, to = B.class) Ping ping();
                        }
                    }
                }
                """, "Ping");

        assertThat(protocol.qualifiedName()).isEqualTo("Outer.Inner.Ping");
        assertThat(protocol.generatedPrefix()).isEqualTo("Outer_Inner_Ping");
        assertThat(protocol.main().steps())
                .singleElement()
                .satisfies(step -> assertThat(step.next())
                        .isEqualTo(new Continuation.Block(new Reference("Ping", Origin.of("anywhere")))));
    }

    private ProtocolDeclaration read(Compilers compiler, String source) {
        return read(compiler, source, "");
    }

    /** Returns the declaration of the protocol of the given simple name, or of the only one. */
    private ProtocolDeclaration read(Compilers compiler, String source, String name) {
        Capture capture = new Capture();
        Project.Outcome outcome = new Project(directory)
                .write("Source.java", source.replace("public interface", "interface"))
                .compile(compiler.get(), compiler.options(), List.of(capture));
        assertThat(outcome.success()).as(outcome.toString()).isTrue();
        return capture.readings().stream()
                .filter(reading ->
                        name.isEmpty() || reading.declaration().name().equals(name))
                .peek(reading -> assertThat(reading.diagnostics()).isEmpty())
                .map(Reading::declaration)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
