package demo;

class EndedUnhandled {
    static void play(FeedLog.Noting noting) {
        while (true) {
            FeedLog.Noting.Received received = noting.receive(); // [branch-unhandled]
            if (received instanceof FeedLog.Note note) {
                noting = note;
            }
        }
    }
}
