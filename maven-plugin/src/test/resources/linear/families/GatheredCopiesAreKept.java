package demo;

class GatheredCopiesAreKept {
    static int play(TourGuide.Walk walk) {
        var tips = walk.end().gather();
        var copies = tips.copies();
        tips.thanks();
        return copies.size();
    }
}
