package dev.parley.runtime;

import dev.parley.runtime.SeatRefusedException.Reason;
import dev.parley.runtime.transport.MessageCodec;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * How a party asks for a seat of another process: it says the seat's text, and hears whether it may sit down; from then on the two relay.
 */
final class SeatHandshake {

    /** How long either side may take, in milliseconds. */
    private static final int PATIENCE = 10_000;

    private enum Answer {
        WELCOME,
        USED,
        ALTERED,
        CLOSED,
        CANCELLED
    }

    private SeatHandshake() {}

    /**
     * Asks for a seat, and waits for the answer.
     *
     * @param socket not connected
     * @throws SeatRefusedException if it is refused, or nobody answers
     * @throws SessionClosedException if its session has ended
     * @throws SessionCancelledException if its session was cancelled or has failed
     */
    static RelayStream<?> ask(Socket socket, SeatToken seat, MessageCodec<?> codec) {
        try {
            socket.connect(
                    new InetSocketAddress(
                            seat.home().getHostString(), seat.home().getPort()),
                    PATIENCE);
            socket.setSoTimeout(PATIENCE);
            RelayStream<?> home = RelayStream.over(socket, codec);
            home.out().writeUTF(seat.text());
            home.out().flush();
            hear(home);
            socket.setSoTimeout(0);
            return home;
        } catch (IOException e) {
            SeatRefusedException refused = new SeatRefusedException(
                    Reason.UNREACHABLE,
                    "Nobody can sit down on " + seat + ": the process that it came from cannot be reached (" + e
                            + "). It must run, and be reachable from here, as long as the role is played.");
            refused.initCause(e);
            throw refused;
        }
    }

    private static void hear(RelayStream<?> home) throws IOException {
        Answer answer = home.readConstant(Answer.class);
        String text = home.in().readUTF();
        switch (answer) {
            case WELCOME -> {}
            case USED -> throw new SeatRefusedException(Reason.USED, text);
            case ALTERED -> throw new SeatRefusedException(Reason.ALTERED, text);
            case CLOSED -> throw new SessionClosedException(text);
            case CANCELLED -> throw new SessionCancelledException(text, null);
        }
    }

    /**
     * Hears for which seat a party asks, and gives it away; if it cannot be given, says so.
     *
     * @throws IOException if the connection is lost, or what comes is no request
     * @throws IllegalStateException if the party was refused
     */
    static LeftPlace answer(Socket socket, RelayStream<?> party, SeatDesk desk) throws IOException {
        socket.setSoTimeout(PATIENCE);
        SeatToken asked = SeatToken.parse(party.in().readUTF());
        socket.setSoTimeout(0);
        try {
            return desk.giveAway(asked);
        } catch (SeatRefusedException e) {
            say(party, e.reason() == Reason.USED ? Answer.USED : Answer.ALTERED, String.valueOf(e.getMessage()));
            throw e;
        } catch (SessionClosedException e) {
            say(party, Answer.CLOSED, String.valueOf(e.getMessage()));
            throw e;
        } catch (SessionCancelledException e) {
            say(party, Answer.CANCELLED, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Lets a party know that it may sit down. */
    static void welcome(RelayStream<?> party) throws IOException {
        say(party, Answer.WELCOME, "");
    }

    private static void say(RelayStream<?> party, Answer answer, String text) throws IOException {
        DataOutputStream out = party.out();
        out.writeUTF(answer.name());
        out.writeUTF(text);
        out.flush();
    }
}
