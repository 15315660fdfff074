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
    void aSlipOfTheFingerFindsTheName(String written, String meant) {
        assertThat(Suggestions.nearest(written, ROLES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"Stranger", "B", "Bu", "Friendship.Vendor"})
    void aDifferentWordFindsNothing(String written) {
        assertThat(Suggestions.nearest(written, ROLES)).isEmpty();
    }

    @Test
    void shortNamesAreNotTakenForOneAnother() {
        assertThat(Suggestions.nearest("A", List.of("B", "C"))).isEmpty();
    }

    @Test
    void theNearestWins() {
        assertThat(Suggestions.nearest("Workerss", List.of("Worker", "Workers", "Porkers")))
                .contains("Workers");
    }

    @Test
    void theOrderOfTheKnownNamesDoesNotMatter() {
        assertThat(Suggestions.nearest("Rome", List.of("Home", "Dome", "Tome")))
                .isEqualTo(Suggestions.nearest("Rome", List.of("Tome", "Dome", "Home")))
                .contains("Dome");
    }

    @Test
    void nothingKnownSuggestsNothing() {
        assertThat(Suggestions.nearest("Buyer", List.of())).isEmpty();
    }
}
