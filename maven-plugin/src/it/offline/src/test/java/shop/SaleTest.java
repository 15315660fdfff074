package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SaleTest {

    @Test
    void theBuyerLearnsThePrice() {
        SaleSession.run(
                buyer -> assertEquals(8, buyer.ask("Emma").receive().euros()),
                seller -> {
                    var asked = seller.receive();
                    asked.price(asked.title().length() * 2);
                });
    }
}
