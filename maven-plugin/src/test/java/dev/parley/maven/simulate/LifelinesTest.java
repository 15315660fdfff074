package dev.parley.maven.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifelinesTest {

    private static final RoleName A = new RoleName("Client");
    private static final RoleName B = new RoleName("Server");
    private static final RoleName C = new RoleName("Log");

    private static Event send(RoleName from, RoleName to, String label) {
        return new Event(from, new Action.Send(to, new Message(new Label(label), List.of())));
    }

    private static Event take(RoleName from, RoleName to, String label) {
        return new Event(to, new Action.Receive(from, new Message(new Label(label), List.of())));
    }

    @Test
    void drawsArrowsBothWaysAcrossOthersAndWhatStaysUnderWay() {
        List<Event> run = List.of(
                send(A, B, "ask"),
                take(A, B, "ask"),
                send(B, A, "answer"),
                send(A, C, "entry"),
                take(A, C, "entry"),
                take(B, A, "answer"));

        assertThat(String.join("\n", Lifelines.draw(List.of(A, B, C), run))).isEqualTo("""
                        Client                     Server    Log
                           |--------- ask() --------->|       |
                           |(------- answer() --------|       |
                           |------------ entry() ------------>|
                           | takes answer() of Server |       |""");
    }
}
