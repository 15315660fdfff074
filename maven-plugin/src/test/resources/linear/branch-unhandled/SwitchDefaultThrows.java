package demo;

class SwitchDefaultThrows {
    static void play(DealBuyer.Answer answer) {
        switch (answer.receive()) {
            case DealBuyer.Accept accept -> accept.pay(1);
            case DealBuyer.Counter counter -> play(counter.offer(2));
            default -> throw new IllegalStateException("no deal");
        }
    }
}
