package demo;

class OneBranchForgets {
    static void play(TwoBuyerFriend.Start start, int purse) {
        TwoBuyerFriend.Share share = start.receive().receive(); // [state-dropped]
        if (share.euros() <= purse) {
            share.accept("here").receive();
        }
    }
}
