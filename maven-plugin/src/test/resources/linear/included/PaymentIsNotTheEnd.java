package demo;

class PaymentIsNotTheEnd {
    static void buyer(TradeBuyer.Start start) {
        TradeBuyer.Receipt receipt = start.order("tea").pay(3).receive(); // [state-dropped]
        System.out.println(receipt.number());
    }
}
