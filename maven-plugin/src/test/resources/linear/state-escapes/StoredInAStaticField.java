package demo;

class StoredInAStaticField {
    static CalculatorClient.Ask last;

    static void play(CalculatorClient.Ask start) {
        last = start.add(1, 2).receive(); // [state-escapes]
    }
}
