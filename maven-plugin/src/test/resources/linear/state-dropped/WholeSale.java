package demo;

class WholeSale {
    static void run() {
        TwoBuyerSession.run(
                buyer -> {
                    TwoBuyerBuyer.Quote quote = buyer.title("Emma").receive();
                    String outcome = quote.share(quote.euros() / 2).receive().match(
                            accept -> "goes to " + accept.address(), reject -> "no book");
                    System.out.println(outcome);
                },
                friend -> {
                    TwoBuyerFriend.Share share = friend.receive().receive();
                    if (share.euros() > 20) {
                        share.reject();
                        return;
                    }
                    System.out.println(share.accept("here").receive().date());
                },
                seller -> seller.receive().quote(38).receive().match(
                        accept -> { accept.ship("today"); return true; }, reject -> false));
    }
}
