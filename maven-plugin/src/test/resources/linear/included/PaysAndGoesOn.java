package demo;

class PaysAndGoesOn {
    static void buyer(TradeBuyer.Start start) {
        TradeBuyer.Receipt receipt = start.order("tea").pay(3).receive();
        System.out.println(receipt.number() + receipt.receive().what());
    }

    static void shop(TradeShop.Start start) {
        var order = start.receive();
        String what = order.what();
        order.receive().receipt(7).deliver(what);
    }
}
