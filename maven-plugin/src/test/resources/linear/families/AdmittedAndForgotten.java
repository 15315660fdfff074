package demo;

class AdmittedAndForgotten {
    static int play(TourGuide.Walk walk) {
        return walk.explain("the gate").admit(); // [state-dropped]
    }
}
