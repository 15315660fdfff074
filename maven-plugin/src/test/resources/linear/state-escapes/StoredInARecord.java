package demo;

class StoredInARecord {
    record Holder(CalculatorClient.Ask ask) {} // [state-escapes]

    static Holder play(CalculatorClient.Ask ask) {
        return new Holder(ask);
    }
}
