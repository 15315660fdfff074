package dev.parley.samples.managed.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {

    @TempDir
    Path directory;

    @Test
    void anOrderGoesOnEachDayWhereItWas() {
        try (Orders monday = orders()) {
            monday.take("ann", "tea");
            assertThat(monday.goOn()).containsExactly("tea ordered, for 4 euros");
        }

        assertThat(day()).containsExactly("4 euros paid, tea sent");
        assertThat(day()).containsExactly("tea received, done");
        assertThat(day()).as("it is done").isEmpty();
    }

    @Test
    void whatIsSoldOutIsToldTheNextDay() {
        try (Orders monday = orders()) {
            monday.take("bob", "gold");
            assertThat(monday.goOn()).containsExactly("gold ordered, sold out");
        }

        assertThat(day()).containsExactly("no gold, done");
    }

    @Test
    void ordersOfSeveralCustomersAreKeptApart() {
        try (Orders monday = orders()) {
            monday.take("ann", "tea");
            monday.goOn();
            monday.take("bob", "gold");
        }

        assertThat(day()).containsExactlyInAnyOrder("4 euros paid, tea sent", "gold ordered, sold out");
    }

    private List<String> day() {
        try (Orders orders = orders()) {
            return orders.goOn();
        }
    }

    private Orders orders() {
        return new Orders(directory.resolve("orders.db"));
    }
}
