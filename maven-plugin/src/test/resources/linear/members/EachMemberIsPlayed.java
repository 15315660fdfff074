package demo;

class EachMemberIsPlayed {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        for (int member : replies.members()) {
            replies.member(member).receive().welcome();
        }
        replies.join();
    }
}
