package demo;

class MemberIsBegunByAHelperTwice {
    static void welcome(OutingHost.InReply replies, int guest) {
        replies.member(guest).receive().welcome();
        System.out.println(guest);
        replies.member(guest).receive().welcome(); // [state-used-twice]
    }
}
