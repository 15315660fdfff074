package demo;

class SwitchCaseForgets {
    static int play(DealBuyer.Answer answer) {
        return switch (answer.receive()) { // [state-dropped]
            case DealBuyer.Accept accept -> {
                accept.pay(1);
                yield 1;
            }
            case DealBuyer.Counter counter -> play(counter.offer(2));
            case DealBuyer.Refuse refuse -> refuse.reason().length();
        };
    }
}
