package demo;

class StoredInAField {
    private CalculatorClient.Ask ask;

    void play(CalculatorClient.Ask start) {
        ask = start; // [state-escapes]
    }
}
