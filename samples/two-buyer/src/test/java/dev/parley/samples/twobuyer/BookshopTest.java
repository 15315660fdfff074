package dev.parley.samples.twobuyer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookshopTest {

    private final Bookshop shop = new Bookshop(Map.of("Emma", 50), LocalDate.of(2026, 3, 1));

    @Test
    void sellsWhatTheTwoCanAffordTogether() {
        assertThat(shop.sell("Emma", 20, 30))
                .containsExactlyInAnyOrder(
                        "Seller: sold for 50",
                        "Friend: paid 30, comes on 2026-03-03",
                        "Buyer: the book goes to 12 Rue de la Paix");
    }

    @Test
    void keepsWhatTheyCannotAfford() {
        assertThat(shop.sell("Emma", 20, 29))
                .containsExactlyInAnyOrder("Friend: 30 is too much", "Seller: kept the book", "Buyer: no book today");
    }
}
