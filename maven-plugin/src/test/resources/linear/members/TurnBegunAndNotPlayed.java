package demo;

class TurnBegunAndNotPlayed {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        OutingHostReplyEachGuest.Start turn = replies.member(0); // [state-dropped]
        replies.join();
    }
}
