package demo;

class JoinedTwice {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        for (int guest : replies.members()) {
            replies.member(guest).receive().welcome();
        }
        replies.join();
        replies.join(); // [state-used-twice]
    }
}
