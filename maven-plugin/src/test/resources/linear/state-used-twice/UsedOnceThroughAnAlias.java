package demo;

class UsedOnceThroughAnAlias {
    static void play(CalculatorClient.Ask ask, boolean first) {
        CalculatorClient.Ask one = first ? ask : null;
        CalculatorClient.Ask other = first ? null : ask;
        if (one != null) {
            one.bye();
        } else {
            other.bye();
        }
    }
}
