package demo;

class PaysTwice {
    static void buyer(TradeBuyer.Start start) {
        TradeBuyer.Payment payment = start.order("tea");
        payment.pay(1);
        payment.pay(2).receive().receive(); // [state-used-twice]
    }
}
