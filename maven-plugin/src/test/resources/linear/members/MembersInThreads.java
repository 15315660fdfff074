package demo;

class MembersInThreads {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        for (int guest : replies.members()) {
            OutingHostReplyEachGuest.Start turn = replies.member(guest);
            new Thread(() -> turn.receive().welcome()).start();
        }
        replies.join();
    }
}
