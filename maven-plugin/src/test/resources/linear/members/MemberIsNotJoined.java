package demo;

class MemberIsNotJoined {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork(); // [state-dropped]
        for (int member : replies.members()) {
            replies.member(member).receive().welcome();
        }
    }
}
