package demo;

class AdmittedAtAUsedState {
    static void play(TourGuide.Walk walk) {
        TourGuide.Walk next = walk.explain("the gate");
        System.out.println(walk.admit()); // [state-used-twice]
        next.end().gather().thanks();
    }
}
