package demo;

class JoinedBeforeATurnIsOver {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        OutingHostReplyEachGuest.Accept accepted = replies.member(0).receive(); // [state-dropped]
        replies.join();
        accepted.welcome();
    }
}
