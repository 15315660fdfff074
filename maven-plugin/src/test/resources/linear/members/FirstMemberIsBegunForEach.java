package demo;

class FirstMemberIsBegunForEach {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        for (int guest : replies.members()) {
            replies.member(0).receive().welcome(); // [state-used-twice]
        }
        replies.join();
    }
}
