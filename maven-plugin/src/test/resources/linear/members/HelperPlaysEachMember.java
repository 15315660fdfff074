package demo;

class HelperPlaysEachMember {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        for (int guest : replies.members()) {
            welcome(replies, guest);
        }
        replies.join();
    }

    static void welcome(OutingHost.InReply replies, int guest) {
        replies.member(guest).receive().welcome();
    }
}
