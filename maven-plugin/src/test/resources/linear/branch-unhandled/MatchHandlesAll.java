package demo;

class MatchHandlesAll {
    static String play(DealBuyer.Answer answer) {
        return answer.receive().match(
                accept -> { accept.pay(1); return "paid"; },
                counter -> play(counter.offer(2)),
                refuse -> { refuse.leave(); return refuse.reason(); });
    }
}
