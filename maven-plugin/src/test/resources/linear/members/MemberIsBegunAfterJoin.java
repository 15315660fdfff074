package demo;

class MemberIsBegunAfterJoin {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        replies.join(); // [state-dropped]
        replies.member(0).receive().welcome(); // [state-used-twice]
    }
}
