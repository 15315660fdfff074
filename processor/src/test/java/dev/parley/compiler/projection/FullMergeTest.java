package dev.parley.compiler.projection;

import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.KnownProtocols;
import dev.parley.compiler.Protocols.Block;
import dev.parley.compiler.global.Elaborator;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where it is defined for well-known protocols, the tests of the theory say. */
class FullMergeTest {

    private static Optional<String> project(ProtocolDeclaration declaration, String role) {
        return FullMerge.project(Elaborator.elaborate(declaration).value().orElseThrow(), new RoleName(role))
                .map(LocalType::toString);
    }

    private static Optional<String> project(Block main, String role) {
        return project(protocol(main), role);
    }

    @Test
    void givesEachRoleItsPartOfARecursion() {
        ProtocolDeclaration calculator = KnownProtocols.named("Calculator");

        assertThat(project(calculator, "Client"))
                .contains("rec X1.{Server!add(int, int).Server?sum(long).X1, Server!bye().end}");
        assertThat(project(calculator, "Server"))
                .contains("rec X1.{Client?add(int, int).Client!sum(long).X1, Client?bye().end}");
    }

    @Test
    void mergesDifferentMessagesOfOneSender() {
        assertThat(project(KnownProtocols.named("OAuth"), "Authorizer"))
                .contains("{Client?password(String).Service!auth(int).end, Client?quit().end}");
    }

    @Test
    void mergesInsideRecursionsAndAfterMessagesThatAreAlike() {
        Block main = choice(
                "Main",
                "A",
                msg("A", "B", "x").then(turns("One", "left")),
                msg("A", "B", "y").then(turns("Two", "right")));

        assertThat(project(main, "C")).contains("rec X3.{B?on().X3, B?go().{B?left().end, B?right().end}}");
    }

    private static Block turns(String name, String last) {
        return choice(
                name,
                "A",
                msg("A", "B", "again").then(seq(name + "On", msg("B", "C", "on").then(name))),
                msg("A", "B", "enough").then(seq(name + "Go", msg("B", "C", "go"), msg("B", "C", last))));
    }

    @Test
    void isNotDefinedWhereARoleHearsFromEitherOfTwo() {
        Block main = choice(
                "Main",
                "A",
                msg("A", "B", "x").then(seq("X", msg("B", "C", "go"))),
                msg("A", "D", "y").then(seq("Y", msg("D", "C", "go"))));

        assertThat(project(main, "C")).isEmpty();
        assertThat(project(main, "A")).contains("{B!x().end, D!y().end}");
    }

    @Test
    void isNotDefinedWhereWhatIsSentDiffers() {
        Block main = choice(
                "Main",
                "A",
                msg("A", "B", "x").then(seq("X", msg("C", "B", "left"))),
                msg("A", "B", "y").then(seq("Y", msg("C", "B", "right"))));

        assertThat(project(main, "C")).isEmpty();
    }

    @Test
    void hasNothingForARoleThatTakesNoPartInALoop() {
        Block main = choice("Main", "A", msg("A", "B", "again").then("Main"), msg("A", "B", "stop"));

        assertThat(project(seq("Outer", msg("C", "B", "go").then(main)), "C")).contains("B!go().end");
    }
}
