package shop;

/** Sells everything at one price. */
final class Shop {

    private Shop() {}

    static void sell(SaleSeller.Start start) {
        start.receive().price(38);
    }

    static void serve() {
        SaleSession.run(buyer -> buyer.ask("Emma").receive(), Shop::sell);
    }
}
