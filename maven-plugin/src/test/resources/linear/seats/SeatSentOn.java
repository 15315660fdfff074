package demo;

class SeatSentOn {
    static void pass(RelayTaker.Start from, RelayGiver.Start to) {
        RelayTaker.Take take = from.receive();
        to.take(take.seat()).receive();
        take.thanks();
    }
}
