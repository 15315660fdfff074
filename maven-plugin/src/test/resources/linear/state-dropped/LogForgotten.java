package demo;

class LogForgotten {
    static void play(FeedSink.Items items) {
        while (items.receive() instanceof FeedSink.Item item) {
            items = item.note(item.text()); // [state-dropped]
            if (item.text().isEmpty()) {
                return;
            }
        }
    }
}
