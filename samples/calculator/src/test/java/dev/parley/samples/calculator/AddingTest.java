package dev.parley.samples.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddingTest {

    @Test
    void addsWhatFitsIntoNoInt() {
        assertThat(Adding.total(Integer.MAX_VALUE, Integer.MAX_VALUE, 1)).isEqualTo(2L * Integer.MAX_VALUE + 1);
    }

    @Test
    void asksAsOftenAsItTakes() {
        assertThat(Adding.total(IntStream.rangeClosed(1, 10_000).toArray())).isEqualTo(50_005_000);
    }

    @Test
    void asksNothingWhereThereIsNothingToAdd() {
        assertThat(Adding.total()).isZero();
    }
}
