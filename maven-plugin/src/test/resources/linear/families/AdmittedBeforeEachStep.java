package demo;

class AdmittedBeforeEachStep {
    static int play(TourGuide.Walk walk) {
        int late = walk.admit();
        for (int room = 0; room < 3; room++) {
            walk = walk.explain("room " + room);
            late += walk.admit();
        }
        walk.end().gather().thanks();
        return late;
    }
}
