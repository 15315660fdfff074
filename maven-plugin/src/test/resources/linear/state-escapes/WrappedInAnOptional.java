package demo;

import java.util.Optional;

class WrappedInAnOptional {
    static void play(CalculatorClient.Reply reply) {
        Optional.of(reply.receive()).ifPresent(sum -> sum.bye()); // [state-escapes]
    }
}
