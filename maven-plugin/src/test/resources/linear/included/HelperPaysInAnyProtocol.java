package demo;

class HelperPaysInAnyProtocol {
    static void buyer(TradeBuyer.Start start) {
        pay(start.order("tea")).receive();
    }

    private static TradeBuyer.Receipt pay(TradeBuyer.Payment payment) {
        return payment.pay(3).receive();
    }
}
