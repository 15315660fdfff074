package demo;

class LastMessageMayBeIgnored {
    static void play(TwoBuyerBuyer.Decision decision) {
        decision.receive();
    }
}
