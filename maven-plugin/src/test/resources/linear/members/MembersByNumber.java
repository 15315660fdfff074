package demo;

class MembersByNumber {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        for (int guest = 0; guest < 3; guest++) {
            replies.member(guest).receive().welcome();
        }
        replies.join();
    }
}
