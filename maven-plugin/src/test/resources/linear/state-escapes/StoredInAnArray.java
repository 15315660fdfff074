package demo;

class StoredInAnArray {
    static void play(CalculatorClient.Ask ask, CalculatorClient.Ask[] all) {
        all[0] = ask; // [state-escapes]
    }
}
