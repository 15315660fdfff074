package demo;

import java.util.Map;

class StoredInAMap {
    static void play(CalculatorSession session, Map<String, CalculatorClient.Ask> all) {
        all.put(session.id(), session.client()); // [state-escapes]
    }
}
