package demo;

class EndedIsTheEnd {
    static void play(FeedLog.Noting start) {
        FeedLog.Noting items = start;
        while (true) {
            FeedLog.Noting.Received received = items.receive();
            if (received instanceof FeedLog.Ended) {
                return;
            }
            FeedLog.Note note = (FeedLog.Note) received;
            System.out.println(note.copy().text());
            items = note;
        }
    }
}
