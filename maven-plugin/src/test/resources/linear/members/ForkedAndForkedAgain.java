package demo;

class ForkedAndForkedAgain {
    static void play(OutingHost.Start start) {
        OutingHost.Reply reply = start.invite("the lake");
        OutingHost.InReply replies = reply.fork();
        OutingHost.InReply again = reply.fork(); // [state-used-twice]
        replies.members().forEach(guest -> replies.member(guest).receive().welcome());
        replies.join();
    }
}
