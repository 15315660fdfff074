package demo;

class JoinedAndPlayedTwice {
    static void join(TourSession session) {
        TourVisitor.Walk walk = session.joinVisitor();
        play(walk);
        play(walk); // [state-used-twice]
    }

    private static void play(TourVisitor.Walk walk) {
        TourVisitor.Walk at = walk;
        while (at != null) {
            at = at.receive().match(explain -> explain, end -> {
                end.tip(2).receive();
                return null;
            });
        }
    }
}
