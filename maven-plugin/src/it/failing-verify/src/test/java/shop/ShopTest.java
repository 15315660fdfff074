package shop;

import org.junit.jupiter.api.Test;

class ShopTest {

    @Test
    void sells() {
        SaleSession.run(buyer -> buyer.ask("Emma").receive(), Shop::sell);
    }

    @Test
    void asksTwice() {
        try (SaleSession session = SaleSession.open()) {
            SaleBuyer.Start start = session.buyer();
            start.ask("Emma").receive();
            start.ask("Persuasion").receive();
        }
    }
}
