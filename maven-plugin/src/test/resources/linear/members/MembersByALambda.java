package demo;

class MembersByALambda {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        replies.members().forEach(guest -> replies.member(guest).receive().welcome());
        replies.join();
    }
}
