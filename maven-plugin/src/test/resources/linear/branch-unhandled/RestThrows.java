package demo;

class RestThrows {
    static void play(DealBuyer.Answer answer) {
        DealBuyer.Answer.Received received = answer.receive();
        if (received instanceof DealBuyer.Accept accept) {
            accept.pay(1);
        } else {
            throw new IllegalStateException("not expected: " + received);
        }
    }
}
