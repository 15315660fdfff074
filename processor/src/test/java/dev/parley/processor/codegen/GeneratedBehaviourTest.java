package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What generated code does when it runs. */
class GeneratedBehaviourTest {

    @Test
    void twoRolesPlayTheirProtocolOnTwoThreads() throws Throwable {
        Generated generated = Generated.from(Sources.CALCULATOR, """
                package example;

                public class Play {
                    public static long play() {
                        long[] total = {0};
                        CalculatorSession.run(client -> ask(client, total), Play::serve);
                        return total[0];
                    }

                    private static void ask(CalculatorClient.Ask ask, long[] total) {
                        for (int i = 1; i <= 1000; i++) {
                            CalculatorClient.Sum sum = ask.add(i, i % 2 == 0 ? -i : i).receive();
                            total[0] += sum.value();
                            ask = sum;
                        }
                        ask.bye();
                    }

                    private static void serve(CalculatorServer.Ask start) {
                        CalculatorServer.Ask ask = start;
                        while (ask != null) {
                            ask = ask.receive().match(add -> add.sum((long) add.x() + add.y()), bye -> null);
                        }
                    }
                }
                """);

        assertThat(generated.call("example.Play", "play")).isEqualTo(500_000L);
    }
}
