package demo;

import java.util.concurrent.atomic.AtomicLong;

class RolesRunInTheirThreads {
    static long play() {
        AtomicLong result = new AtomicLong();
        CalculatorSession.run(
                client -> {
                    CalculatorClient.Sum sum = client.add(20, 22).receive();
                    result.set(sum.value());
                    sum.bye();
                },
                Peers::serve);
        return result.get();
    }
}
