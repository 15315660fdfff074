package demo;

class MembersAreOnlyCounted {
    static void play(OutingHost.Start start) {
        OutingHost.InReply replies = start.invite("the lake").fork();
        for (int guest : replies.members()) {
            System.out.println(guest);
        }
        replies.join(); // [state-dropped]
    }
}
