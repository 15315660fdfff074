package demo;

class MutualRecursion {
    static void even(TicksClock.Ticking ticking, int second) {
        if (second > 60) {
            ticking.done();
        } else {
            odd(ticking.tick(second), second + 1);
        }
    }

    static void odd(TicksClock.Ticking ticking, int second) {
        even(ticking.tick(second), second + 1);
    }
}
