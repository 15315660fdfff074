package demo;

class TestedWithAndForgets {
    static void play(DealBuyer.Answer answer, int purse) {
        DealBuyer.Answer.Received received = answer.receive(); // [state-dropped]
        if (received instanceof DealBuyer.Counter counter && counter.euros() <= purse) {
            play(counter.offer(counter.euros()), purse);
        } else if (received instanceof DealBuyer.Accept accept) {
            accept.pay(purse);
        } else if (received instanceof DealBuyer.Refuse refuse) {
            refuse.leave();
        }
    }
}
