package demo;

class TurnBegunTwice {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        OutingHostReplyEachGuest.Start turn = replies.member(0);
        turn.receive().welcome();
        turn.receive().welcome(); // [state-used-twice]
        replies.join();
    }
}
