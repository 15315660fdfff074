package demo;

class AdmittedAfterTheEnd {
    static void play(TourGuide.Walk walk) {
        TourGuide.Tips tips = walk.end();
        if (walk.admit() > 0) { // [state-used-twice]
            System.out.println("too late");
        }
        tips.gather().thanks();
    }
}
