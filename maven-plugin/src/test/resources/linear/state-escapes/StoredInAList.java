package demo;

import java.util.List;

class StoredInAList {
    static void play(CalculatorClient.Ask ask, List<CalculatorClient.Ask> all) {
        all.add(ask); // [state-escapes]
    }
}
