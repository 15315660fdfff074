package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.Leaving;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.buffer.MessageLayout.Parameter;
import dev.parley.runtime.buffer.MessageLayout.Place;
import dev.parley.runtime.buffer.Mode;
import dev.parley.runtime.buffer.Primitive;
import dev.parley.runtime.buffer.WhenFull;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolSpecTest {

    private static final List<String> LINES = List.of(
            "parley\t1\tshop.Shop.Stall",
            "role\tBuyer",
            "role\tSeller",
            "edge\t0\t1\tLATEST_VALUE\tDROP\t5\t9\tfalse\t2\t1",
            "message\tbid\teuros:int:0:0\tnote:java.lang.String:ref:0\tlimit:long:1:0",
            "machine\t0",
            "state\tBidding\tfalse",
            "send\t0\t1\t0",
            "machine\t1",
            "state\tListening\ttrue",
            "receive\t0\t1\t0");

    @Test
    void readsEverything() {
        ProtocolSpec spec = ProtocolSpec.of(LINES.toArray(String[]::new));

        assertThat(spec.name()).isEqualTo("shop.Shop.Stall");
        assertThat(spec.simpleName()).isEqualTo("Stall");
        assertThat(spec.roles()).containsExactly("Buyer", "Seller");
        Edge edge = spec.edges().get(0);
        assertThat(spec.describe(edge)).isEqualTo("Buyer -> Seller");
        assertThat(edge.alternating()).isFalse();
        assertThat(edge.lane().mode()).isEqualTo(Mode.LATEST_VALUE);
        assertThat(edge.lane().whenFull()).isEqualTo(WhenFull.DROP);
        assertThat(edge.lane().capacity()).isEqualTo(8);
        assertThat(edge.lane().maxCapacity()).isEqualTo(16);
        assertThat(edge.message(1).label()).isEqualTo("bid");
        assertThat(edge.message(1).parameters())
                .containsExactly(
                        new Parameter("euros", "int", new Place.Bits(Primitive.INT, 0, 0)),
                        new Parameter("note", "java.lang.String", new Place.Reference(0)),
                        new Parameter("limit", "long", new Place.Bits(Primitive.LONG, 1, 0)));
        assertThat(spec.machines().get(0).states().get(0).transitions())
                .containsExactly(new Transition(true, 0, 1, 0, Leaving.NONE, OptionalInt.empty(), OptionalInt.empty()));
        assertThat(spec.machines().get(1).states().get(0).accepting()).isTrue();
        assertThat(spec.machines().get(1).states().get(0).receives()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | parley~2~X                                 | written in version 2 and this runtime reads version 1",
                "0 | protocol~1~X                               | begins with a line 'parley'",
                "0 | parley~1                                   | its field 2 is missing",
                "3 | edge~0~2~FIFO~BLOCK~1~1~false~2~1          | the role 2 is not below 2",
                "3 | edge~0~1~LIFO~BLOCK~1~1~false~2~1          | 'LIFO' is no mode",
                "3 | edge~0~1~FIFO~BLOCK~0~1~false~2~1          | The capacity is 0; it must be 1 to 16777216.",
                "3 | edge~0~1~FIFO~BLOCK~many~1~false~2~1       | 'many' is not a number",
                "3 | edge~0~1~FIFO~BLOCK~1~1~maybe~2~1          | 'maybe' is neither true nor false",
                "3 | edge~0~1~FIFO~BLOCK~1~1~true~2~1           | the edge 0 alternates with none",
                "4 | message~bid~euros:int:0                    | 'euros:int:0' is not of the form",
                "4 | message~bid~euros:long:0:0                 | the shift 0 is not below -31",
                "4 | message~bid~euros:int:2:0                  | the word 2 is not below 2",
                "4 | message~bid~note:java.lang.String:0:0      | 'java.lang.String' is no primitive type",
                "4 | message~bid~note:java.lang.String:ref:1    | the reference 1 is not below 1",
                "5 | machine~1                                  | machines come in the order of the roles",
                "7 | receive~0~1~0                              | not one on which Buyer receives",
                "7 | send~0~2~0                                 | the edge 0 has no message 2",
                "7 | send~1~1~0                                 | the edge 1 is not below 1",
                "7 | send~0~1~7                                 | leads to state 7, and there are 1",
                "8 | guard~create~1~created~Buyer~Seller        | \"create\" is no capability",
                "8 | guard~a:b~-1~created~Buyer~Seller          | A message costs -1",
                "8 | guard~a:b~much~created~Buyer~Seller        | much",
                "8 | guard~a:b~1~created~Buyer~Sailor           | there is no role Sailor",
                "8 | road~1                                     | it does not belong here"
            })
    void saysWhatIsWrong(int line, String text, String problem) {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(line, text.replace('~', '\t'));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProtocolSpec.of(lines.toArray(String[]::new)))
                .withMessageStartingWith("This is not the text of a compiled protocol")
                .withMessageContaining(problem);
    }

    @Test
    void saysWhereItIsWrong() {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(3, "edge\t0\tx");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProtocolSpec.of(lines.toArray(String[]::new)))
                .withMessage(
                        "This is not the text of a compiled protocol, line 4 ('edge\t0\tx'): 'x' is not a number.");
    }

    @Test
    void refusesATextThatEndsTooSoon() {
        for (int length = 0; length < LINES.size(); length++) {
            String[] lines = LINES.subList(0, length).toArray(String[]::new);
            if (length != 10) { // there the last state has lost its transition, which makes it another state
                assertThatIllegalArgumentException()
                        .as("the first %s lines", length)
                        .isThrownBy(() -> ProtocolSpec.of(lines));
            }
        }
    }

    @Test
    void knowsItsRoles() {
        ProtocolSpec spec = ProtocolSpec.of(LINES.toArray(String[]::new));

        assertThat(spec.role("Seller")).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.role("Sailor"))
                .withMessage("The protocol shop.Shop.Stall has no role Sailor; its roles are Buyer, Seller.");
    }
}
