package dev.parley.compiler;

import static dev.parley.compiler.Protocols.INT;
import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import org.junit.jupiter.api.Test;

class ProtocolsTest {

    private final ProtocolDeclaration declaration = protocol(seq(
            "Shop",
            msg("Seller", "Buyer, Friend", "quote", INT),
            msg("Buyer", "Friend", "quote", INT),
            run(choice(
                    "Decision",
                    "Friend",
                    msg("Friend", "Buyer", "again").then("Decision"),
                    msg("Friend", "Buyer", "stop").end()))));

    @Test
    void sortsRolesAndBlocksAndKeepsStepsInOrder() {
        assertThat(declaration.roles())
                .extracting(RoleDeclaration::name)
                .extracting(RoleName::value)
                .containsExactly("Buyer", "Friend", "Seller");
        assertThat(declaration.blocks()).extracting(BlockDeclaration::name).containsExactly("Decision");
        assertThat(declaration.main().steps())
                .extracting(Step::method)
                .as("method names are unique though labels repeat")
                .containsExactly("quote", "quote2", "decision");
    }

    @Test
    void tellsWhatFollowsAStep() {
        assertThat(declaration.block("Decision").orElseThrow().steps())
                .extracting(Step::next)
                .satisfiesExactly(
                        again -> assertThat(again)
                                .isInstanceOfSatisfying(
                                        Continuation.Block.class,
                                        block ->
                                                assertThat(block.block().name()).isEqualTo("Decision")),
                        stop -> assertThat(stop).isInstanceOf(Continuation.End.class));
    }

    @Test
    void sendsOneMessageToSeveralReceivers() {
        MessageStep quote = (MessageStep) declaration.main().steps().get(0);

        assertThat(quote.to()).extracting(to -> to.name()).containsExactly("Buyer", "Friend");
        assertThat(quote.message()).hasToString("quote(int)");
    }

    @Test
    void canBeReadBack() {
        assertThat(Protocols.text(declaration)).isEqualTo("""
                        Shop
                            Seller -> Buyer, Friend : quote(int)
                            Buyer -> Friend : quote(int)
                             then Decision
                        Decision at Friend
                            Friend -> Buyer : again() then Decision
                            Friend -> Buyer : stop() end
                        """);
    }
}
