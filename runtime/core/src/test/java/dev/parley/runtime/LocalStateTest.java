package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.runtime.LocalType.Branch;
import dev.parley.runtime.LocalType.Choice;
import dev.parley.runtime.LocalType.End;
import org.junit.jupiter.api.Test;

class LocalStateTest {

    private final Session session = Session.open(Protocols.CALCULATOR, SessionOptions.defaults());

    @Test
    void followsTheRole() {
        assertThat(session.localState("Client").name()).isEqualTo("Ask");
        Player client = new Player(session, "Client").send("add", 1, 2);
        assertThat(session.localState("Client").name()).isEqualTo("Add");
        assertThat(session.localState("Server").name()).isEqualTo("Ask");
        Player server = new Player(session, "Server");
        server.receive();
        server.send("sum", 3L);
        client.receive();
        client.send("bye");

        assertThat(session.localState("Client").isFinal()).isTrue();
        assertThat(session.localState("Client").type()).isEqualTo(new End());
        assertThat(session.localState("Client").actions()).isEqualTo("has reached its end");
    }

    @Test
    void isRenderedAsTypeAndAsEquations() {
        LocalState state = session.localState("Client");

        assertThat(state).hasToString("Client in Ask: Server!add(int x, int y).Add + Server!bye().end");
        assertThat(state.actions()).isEqualTo("may send add(int x, int y) to Server or bye() to Server");
        assertThat(state.equations()).isEqualTo("""
                        Ask = Server!add(int x, int y).Add + Server!bye().end
                        Add = Server?sum(long value).Ask
                        """);
    }

    @Test
    void unfoldsRecursionByLookup() {
        LocalType ask = session.localState("Client").type();
        Branch add = ask.lookup("add").get(0);
        Branch sum = add.next().lookup("sum").get(0);

        assertThat(add.peer()).isEqualTo("Server");
        assertThat(add.next()).hasToString("Add");
        assertThat(sum.next()).hasToString("Ask").isNotEqualTo(ask);
        assertThat(sum.next().unfold()).isEqualTo(ask);
        assertThat(ask.lookup("bye").get(0).next()).isEqualTo(new End());
        assertThat(ask.lookup("sum")).isEmpty();
        assertThat(new End().lookup("add")).isEmpty();
    }

    @Test
    void tellsWhetherTheProtocolMayBeOver() {
        ProtocolSpec protocol = ProtocolSpec.of(
                "parley\t1\tNews",
                "role\tPaper",
                "role\tReader",
                "edge\t0\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
                "message\tprint",
                "machine\t0",
                "state\tPrinting\tfalse",
                "send\t0\t1\t0",
                "machine\t1",
                "state\tReading\ttrue",
                "receive\t0\t1\t0");
        LocalState reader = Session.open(protocol, SessionOptions.defaults()).localState("Reader");

        assertThat(reader).hasToString("Reader in Reading: Paper?print().Reading + end");
        assertThat(((Choice) reader.type()).mayEnd()).isTrue();
        assertThat(reader.actions()).isEqualTo("may receive print() from Paper, unless the protocol is over");
    }

    @Test
    void knowsNoOtherRoles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.localState("Clerk"))
                .withMessage("The protocol math.Calculator has no role Clerk; its roles are Client, Server.");
    }
}
