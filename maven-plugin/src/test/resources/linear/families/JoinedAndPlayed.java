package demo;

class JoinedAndPlayed {
    static void join(TourSession session) {
        TourVisitor.Walk walk = session.joinVisitor();
        while (walk != null) {
            walk = walk.receive().match(explain -> explain, end -> {
                end.tip(2).receive();
                return null;
            });
        }
    }
}
