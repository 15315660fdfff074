package demo;

import java.util.List;

class CapturedByALambdaThatMayRunOften {
    static void play(CalculatorClient.Ask ask, List<String> names) {
        names.forEach(name -> ask.bye()); // [state-escapes]
    }
}
