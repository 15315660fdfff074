package demo;

class SwitchDefaultForgets {
    static void play(DealBuyer.Answer answer) {
        switch (answer.receive()) { // [branch-unhandled]
            case DealBuyer.Accept accept -> accept.pay(1);
            case DealBuyer.Counter counter -> play(counter.offer(2));
            default -> System.out.println("no deal");
        }
    }
}
