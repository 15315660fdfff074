package demo;

class AdmittedUntilEnough {
    static void play(TourGuide.Walk walk) {
        int visitors = 0;
        while (visitors < 3) {
            visitors += walk.admit();
        }
        walk.end().gather((visitor, tip) -> System.out.println(visitor + ": " + tip.euros())).thanks();
    }
}
