package demo;

import java.io.IOException;

class HelperNeverReturns {
    static void play(DealBuyer.Answer answer) throws IOException {
        DealBuyer.Answer.Received received = answer.receive();
        if (received instanceof DealBuyer.Refuse refuse) {
            fail(refuse);
        } else if (received instanceof DealBuyer.Accept accept) {
            accept.pay(1);
        } else {
            play(((DealBuyer.Counter) received).offer(2));
        }
    }

    private static void fail(DealBuyer.Refuse refuse) throws IOException {
        throw new IOException(refuse.reason());
    }
}
