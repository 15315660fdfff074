package demo;

class MemberIsPlayedTwice {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        for (int member : replies.members()) {
            OutingHostReplyEachGuest.Accept accept = replies.member(member).receive();
            accept.welcome();
            accept.welcome(); // [state-used-twice]
        }
        replies.join();
    }
}
