package demo;

class UsedOnceBySwitch {
    enum Kind { SHORT, LONG }

    static void play(CalculatorClient.Ask ask, Kind kind, String text) {
        switch (kind) {
            case SHORT:
                ask.bye();
                break;
            default:
                switch (text) {
                    case "one" -> ask.add(1, 1).receive().bye();
                    case "two" -> ask.add(2, 2).receive().bye();
                    default -> ask.bye();
                }
        }
    }
}
