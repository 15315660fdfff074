package demo;

class FinishedMessageStored {
    private Object last = "";

    void play(TwoBuyerFriend.Share share) {
        last = share.accept("here").receive();
    }
}
