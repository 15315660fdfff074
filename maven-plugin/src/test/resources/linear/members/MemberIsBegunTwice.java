package demo;

class MemberIsBegunTwice {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        for (int guest : replies.members()) {
            replies.member(guest).receive().welcome();
            replies.member(guest).receive().welcome(); // [state-used-twice]
        }
        replies.join();
    }
}
