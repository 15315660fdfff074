package demo;

class TwiceBySwitch {
    static void play(CalculatorClient.Ask ask, int kind) {
        switch (kind) {
            case 1:
                ask.bye();
            case 2:
                ask.bye(); // [state-used-twice]
                break;
            default:
                ask.bye();
        }
    }
}
