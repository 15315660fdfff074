package demo;

class EndedHandled {
    static void play(FeedLog.Noting noting) {
        while (noting.receive() instanceof FeedLog.Note note) {
            System.out.println(note.text());
            noting = note;
        }
    }
}
