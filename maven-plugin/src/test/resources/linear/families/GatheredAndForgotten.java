package demo;

class GatheredAndForgotten {
    static int play(TourGuide.Walk walk) {
        int[] sum = {0};
        walk.end().gather((visitor, tip) -> sum[0] += tip.euros()); // [state-dropped]
        return sum[0];
    }
}
