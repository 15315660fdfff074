package dev.parley.runtime.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlowBudgetTest {

    @Test
    void chargesUpToItsLimitAndNoFurther() {
        FlowBudget budget = FlowBudget.of(100).charge(60);

        assertThat(budget.left()).isEqualTo(40);
        assertThat(budget.charge(40).left()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> budget.charge(41))
                .withMessageContaining("A cost of 41")
                .withMessageContaining("40 left");
    }

    @Test
    void aChargeGivesNothingBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlowBudget.of(100).charge(60).charge(-1));
    }

    @Test
    void aSumBeyondAllNumbersIsNotCovered() {
        FlowBudget budget = FlowBudget.of(Long.MAX_VALUE).charge(Long.MAX_VALUE - 1);

        assertThatIllegalArgumentException().isThrownBy(() -> budget.charge(Long.MAX_VALUE));
    }

    @Test
    void mergingTakesTheSmallerLimitTheLargerSumSpentAndTheLaterEpoch() {
        assertThat(new FlowBudget(100, 30, 1).merge(new FlowBudget(50, 20, 2))).isEqualTo(new FlowBudget(50, 30, 2));
    }

    @Test
    void aMergeThatHasSpentTooMuchHasNothingLeft() {
        assertThat(new FlowBudget(100, 80, 0).merge(FlowBudget.of(50)).left()).isZero();
    }

    /** So replicas agree, however often and in whatever order they hear of one another. */
    @Test
    void mergingIsCommutativeAssociativeAndIdempotent() {
        Random random = new Random(7);
        List<FlowBudget> some = Stream.generate(
                        () -> new FlowBudget(random.nextInt(4), random.nextInt(4), random.nextInt(4)))
                .limit(30)
                .toList();
        for (FlowBudget a : some) {
            assertThat(a.merge(a)).isEqualTo(a);
            for (FlowBudget b : some) {
                assertThat(a.merge(b)).isEqualTo(b.merge(a));
                assertThat(a.merge(b).left()).isLessThanOrEqualTo(Math.min(a.left(), b.left()));
                for (FlowBudget c : some) {
                    assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
                }
            }
        }
    }

    @Test
    void aLaterEpochBeginsWithNothingSpent() {
        FlowBudget budget = new FlowBudget(100, 90, 3);

        assertThat(budget.inEpoch(4)).isEqualTo(new FlowBudget(100, 0, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> budget.inEpoch(3))
                .withMessage("Epoch 3 does not come after epoch 3.");
    }

    @Test
    void nothingAboutItIsNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FlowBudget(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FlowBudget(0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FlowBudget(0, 0, -1));
    }
}
