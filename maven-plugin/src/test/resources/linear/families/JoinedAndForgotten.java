package demo;

class JoinedAndForgotten {
    static void join(TourSession session) {
        TourVisitor.Walk walk = session.joinVisitor(); // [state-dropped]
        System.out.println("here I am");
    }
}
