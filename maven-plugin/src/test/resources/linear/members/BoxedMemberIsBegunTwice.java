package demo;

class BoxedMemberIsBegunTwice {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        for (Integer guest : replies.members()) {
            replies.member(guest).receive().welcome();
            if (guest > 2) {
                replies.member(guest).receive().welcome(); // [state-used-twice]
            }
        }
        replies.join();
    }
}
