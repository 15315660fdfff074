package dev.parley.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    private static final List<String> ROLES = List.of("Seller", "Buyer", "Friend");

    @ParameterizedTest
    @CsvSource({
        "Byer, Buyer",
        "Buyerr, Buyer",
        "Bayer, Buyer",
        "Byuer, Buyer",
        "buyer, Buyer",
        "SELER, Seller",
        "shop.Other.Buyer, Buyer"
    })
    void a_slip_of_the_finger_finds_the_name(String written, String meant) {
        assertThat(Suggestions.nearest(written, ROLES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"Stranger", "B", "Bu", "Friendship.Vendor"})
    void a_different_word_finds_nothing(String written) {
        assertThat(Suggestions.nearest(written, ROLES)).isEmpty();
    }

    @Test
    void short_names_are_not_taken_for_one_another() {
        assertThat(Suggestions.nearest("A", List.of("B", "C"))).isEmpty();
    }

    @Test
    void the_nearest_wins() {
        assertThat(Suggestions.nearest("Workerss", List.of("Worker", "Workers", "Porkers")))
                .contains("Workers");
    }

    @Test
    void the_order_of_the_known_names_does_not_matter() {
        assertThat(Suggestions.nearest("Rome", List.of("Home", "Dome", "Tome")))
                .isEqualTo(Suggestions.nearest("Rome", List.of("Tome", "Dome", "Home")))
                .contains("Dome");
    }

    @Test
    void nothing_known_suggests_nothing() {
        assertThat(Suggestions.nearest("Buyer", List.of())).isEmpty();
    }
}
