package dev.parley.maven.scribble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.maven.Compilation;
import dev.parley.maven.scribble.Import.Imported;
import dev.parley.maven.scribble.syntax.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    @TempDir
    Path directory;

    @Test
    void aProtocolBecomesAnInterfaceAsAPersonWouldWriteIt() throws IOException {
        Imported imported = imported("Shop.scr", """
                module demo.Shop;

                data <java> "java.lang.Integer" from "rt.jar" as Int;
                data <java> "java.time.LocalDate" from "rt.jar" as Date;

                // How a book is sold.
                global protocol Shop(role buyer, role Seller) {
                    rec Asking {
                        choice at buyer {
                            Ask(Int, Int) from buyer to Seller;  // title and edition
                            Price(Int) from Seller to buyer;
                            continue Asking;
                        } or {
                            Order() from buyer to Seller;
                            Ship(Date) from Seller to buyer;
                        } or {
                            Bye() from buyer to Seller;
                        }
                    }
                }
                """);

        assertThat(imported.problems()).isEmpty();
        assertThat(imported.interfaces()).containsOnlyKeys(Path.of("demo/shop/Shop.java"));
        assertThat(imported.interfaces().get(Path.of("demo/shop/Shop.java"))).isEqualTo("""
                package demo.shop;

                import dev.parley.annotation.Choice;
                import dev.parley.annotation.Message;
                import dev.parley.annotation.Protocol;
                import dev.parley.annotation.Role;
                import java.time.LocalDate;

                /** How a book is sold. */
                @Protocol
                public interface Shop {

                    @Role
                    interface Buyer {}

                    @Role
                    interface Seller {}

                    Asking asking();

                    @Choice(at = Buyer.class)
                    interface Asking {

                        /** title and edition */
                        @Message(from = Buyer.class, to = Seller.class)
                        AfterAsk ask(int value1, int value2);

                        @Message(from = Buyer.class, to = Seller.class)
                        AfterOrder order();

                        @Message(from = Buyer.class, to = Seller.class)
                        void bye();
                    }

                    interface AfterAsk {

                        @Message(from = Seller.class, to = Buyer.class)
                        Asking price(int value);
                    }

                    interface AfterOrder {

                        @Message(from = Seller.class, to = Buyer.class)
                        void ship(LocalDate localDate);
                    }
                }
                """);
    }

    @Test
    void whatFollowsAChoiceThatMayGoBackIsDoneByTheOtherAlternativesOnly() throws IOException {
        String source = source("Loop.scr", """
                module Loop;
                global protocol Loop(role A, role B) {
                    rec X {
                        choice at A {
                            again() from A to B;
                            continue X;
                        } or {
                            stop() from A to B;
                        }
                        stopped() from B to A;
                    }
                }
                """);

        assertThat(source).contains("X again();", "ThenStopped stop();", "interface ThenStopped {");
    }

    @Test
    void protocolsThatAreRunBecomeOneBlockForEachWayToFillTheirRolesAndMessages() throws IOException {
        String source = source("Relay.scr", """
                module Relay;
                aux global protocol Pass<sig M>(role X, role Y) {
                    M from X to Y;
                }
                global protocol Relay(role A, role B, role C) {
                    do Pass<go()>(A, B);
                    do Pass<go()>(B, C);
                    do Pass<go()>(A, B);
                }
                """);

        assertThat(source)
                .contains("Pass pass();", "Pass2 pass2();", "Pass pass3();")
                .contains("from = A.class, to = B.class", "from = B.class, to = C.class")
                .doesNotContain("interface Pass3");
    }

    @Test
    void importedModulesAreReadFromWhereTheirNamesSay() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("lib"));
        Files.writeString(folder.resolve("Ping.scr"), """
                module lib.Ping;
                aux global protocol Ping(role P, role Q) { ping() from P to Q; }
                """);
        Files.writeString(folder.resolve("Main.scr"), """
                module lib.Main;
                import lib.Ping as Other;
                import lib.Gone;
                import lib.Broken;
                global protocol Main(role A, role B) {
                    do Other.Ping(A, B);
                    do Other.Ping(B, A);
                    do Other.Pong(B, A);
                }
                """);

        Files.writeString(folder.resolve("Broken.scr"), "module lib.Broken\n");

        Imported imported = new Import(folder, Optional.empty()).read(folder.resolve("Main.scr"));

        assertThat(imported.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "Main.scr:3:8: the module lib.Gone is not in a file where its name says, seen from this"
                                + " module's name",
                        "lib/Broken.scr:2:1: expected ';', but found the end of the file",
                        "Main.scr:8:8: there is no protocol Other.Pong in this module or in one that it imports");
    }

    @Test
    void aRecordThatWouldTakeTheNameOfAProtocolIsRefused() throws IOException {
        Imported imported = imported("Sale.nuscr", "protocol Sale(role A, role B) { m(Sale) from A to B; }");

        assertThat(imported.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("Sale.nuscr:1:1: a type of a payload has the name of this protocol"));
    }

    @Test
    void namesBecomeLegalAndStayDifferent() throws IOException {
        String source = source("Names.nuscr", """
                global protocol Names(role class, role session, role a') {
                    choice at class {
                        220(int) from class to session;
                        new(x: int, y: string) from class to a';
                        notify() from class to a';
                    } or {
                        Default(default: int) from class to session;
                        default from class to a';
                        message() from class to a';
                    }
                }
                """);

        assertThat(source)
                .contains("interface Class {}", "interface Session2 {}", "interface APrime {}")
                .contains("AfterDefault default_(int default_);", "_220(int value)", "void new_(int x, String y);")
                .contains("default__()", "label = \"notify\")\n        void notify_();");
        Compilation.withProcessor(directory, source);
    }

    @Test
    void alternativesToDifferentReceiversAreToldApartByLabel() throws IOException {
        Imported imported = imported("Split.scr", """
                module Split;
                global protocol Split(role A, role B, role C) {
                    choice at A {
                        offer() from A to B;
                        no() from A to C;
                    } or {
                        offer() from A to C;
                        no() from A to B;
                    }
                }
                """);

        assertThat(imported.protocols().get(0).findings()).isEmpty();
        assertThat(imported.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.refusal()).isFalse())
                .satisfies(problem -> assertThat(problem.text()).contains("offer from A to C is called offerToC"));
    }

    @Test
    void connectionsBecomeMessagesAndTheirEndsComments() throws IOException {
        Imported imported = imported("Dial.scr", """
                module Dial;
                explicit global protocol Dial(role A, role B, role C) {
                    connect A to B;
                    hello() connect A to C;
                    data() from A to B;
                    disconnect A and B;
                }
                """);

        assertThat(imported.interfaces().get(Path.of("dial/Dial.java")))
                .contains("void connect();", "void hello();", "/** disconnect A and B */");
        assertThat(imported.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("Dial.scr:6:5: disconnect A and B is kept as a comment"));
    }

    @Test
    void whatCannotBeExpressedIsRefusedWithTheReasonAndTheOtherProtocolsAreImported() throws IOException {
        Imported imported = imported("Refused.nuscr", """
                nested protocol Sub(role A; new role B) { x() from A to B; }
                global protocol Calls(role A) { A calls Sub(A); }
                global protocol Par(role A, role B) { par { a() from A to B; } and { b() from B to A; } }
                global protocol Seat(role A, role B) { give(Par@A) from A to B; wrap A to B; }
                global protocol Empty(role A, role B) { choice at A { a() from A to B; } or { } }
                global protocol Fine(role A, role B) { a() from A to B; }
                local protocol Mine at A(role A) { a to B; }
                """);

        assertThat(imported.protocols())
                .extracting(protocol -> protocol.declaration().name())
                .containsExactly("Fine");
        assertThat(imported.problems())
                .filteredOn(Problem::refusal)
                .extracting(Problem::toString)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).startsWith("Refused.nuscr:2:33: calls starts a session"),
                        text -> assertThat(text).startsWith("Refused.nuscr:3:39: par runs its branches"),
                        text -> assertThat(text)
                                .contains(":4:45: Par@A hands over")
                                .contains("no delegation yet"),
                        text -> assertThat(text).startsWith("Refused.nuscr:4:65: wrap changes a connection"),
                        text -> assertThat(text).startsWith("Refused.nuscr:5:77: this alternative is empty"),
                        text -> assertThat(text).startsWith("Refused.nuscr:7:1: the local protocol Mine"));
    }

    @Test
    void mistakesAreNamedWhereTheyStandAndAllTogether() throws IOException {
        Imported imported = imported("Wrong.scr", """
                module Wrong;
                global protocol Wrong(role Alice, role Bob) {
                    a(Foo) from Alice to Bob;
                    b() from Alcie to Bob;
                    rec Loop { choice at Alice { c() from Alice to Bob; continue Lop; } or { e() from Alice to Bob; } }
                    do Wong(Alice, Bob);
                    do Wrong(Alice);
                    d from Bob to Alice;
                }
                """);

        assertThat(imported.protocols()).isEmpty();
        assertThat(imported.problems())
                .extracting(Problem::toString)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).startsWith("Wrong.scr:3:7: the type Foo is not declared"),
                        text -> assertThat(text)
                                .contains(":4:14: Alcie is not a role")
                                .contains("mean Alice?"),
                        text -> assertThat(text)
                                .contains(":5:66: there is no rec Lop")
                                .contains("mean Loop?"),
                        text -> assertThat(text)
                                .contains(":6:8: there is no protocol Wong")
                                .contains("mean Wrong?"),
                        text -> assertThat(text).contains(":7:5: Wrong has 2 roles"),
                        text -> assertThat(text).contains(":8:5: the message d is not declared"));
    }

    @Test
    void whatTheCompilerFindsPointsIntoTheFile() throws IOException {
        Imported imported = imported("Unaware.scr", """
                module Unaware;
                global protocol Unaware(role A, role B, role C) {
                    choice at A {
                        yes() from A to B;
                        go() from C to B;
                    } or {
                        no() from A to B;
                    }
                }
                """);

        assertThat(imported.protocols().get(0).findings())
                .extracting(Diagnostic::origin)
                .extracting(Object::toString)
                .containsExactly("Unaware.scr:5:9");
    }

    @Test
    void typesWithoutAJavaClassBecomeRecordsToFillIn() throws IOException {
        Imported imported = imported("Order.nuscr", """
                (*# NestedProtocols #*)
                global protocol Order(role A, role B) {
                    buy(what: Item, when: java.util.Date, u: unit, n: int{n > 0}) from A to B; @"a note"
                }
                """);

        assertThat(imported.records().get(Path.of("order/Item.java"))).contains("public record Item() {}");
        assertThat(imported.interfaces().get(Path.of("order/Order.java")))
                .contains("void buy(Item what, Date when, int n);")
                .contains("not checked by Parley: {n &gt; 0}", "&#64;\"a note\"", "pragma NestedProtocols");
        assertThat(imported.problems()).extracting(Problem::text).anyMatch(text -> text.contains("{n > 0}"));
        Compilation.withProcessor(directory, sources(imported));
    }

    @Test
    void namesOfOurOwnAnnotationsAreWrittenInFullWhereTheProtocolUsesThem() throws IOException {
        Imported imported = imported("Message.scr", """
                module Message;
                data <java> "java.lang.String" from "rt.jar" as Text;
                global protocol Message(role Role, role String) {
                    rec Choice { choice at Role { end(Text) from Role to String; continue Choice; } or { stop() from Role to String; } }
                }
                """);

        Compilation.withProcessor(directory, sources(imported));
    }

    @Test
    void packagesFollowTheModuleOrTheFolder() throws IOException {
        Path deep = Files.createDirectories(directory.resolve("a/b"));
        Path file =
                Files.writeString(deep.resolve("My-Proto.nuscr"), "protocol P(role A, role B) { m() from A to B; }");

        assertThat(new Import(file, Optional.of("x.y")).read(file).interfaces())
                .containsOnlyKeys(Path.of("x/y/P.java"));
        assertThat(new Import(directory, Optional.of("x.y")).read(file).interfaces())
                .containsOnlyKeys(Path.of("x/y/a/b/my_proto/P.java"));
        assertThat(new Import(directory, Optional.empty()).read(file).interfaces())
                .containsOnlyKeys(Path.of("my_proto/P.java"));
    }

    private static String[] sources(Imported imported) {
        return Stream.of(imported.interfaces(), imported.records())
                .flatMap(files -> files.values().stream())
                .toArray(String[]::new);
    }

    private String source(String name, String text) throws IOException {
        List<String> sources = List.copyOf(imported(name, text).interfaces().values());
        assertThat(sources).hasSize(1);
        return sources.get(0);
    }

    private Imported imported(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        return new Import(file, Optional.empty()).read(file);
    }
}
