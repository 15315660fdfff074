package demo;

class GatheredTwice {
    static void play(TourGuide.Walk walk) {
        TourGuide.Tips tips = walk.end();
        tips.gather().thanks();
        tips.gather().thanks(); // [state-used-twice]
    }
}
