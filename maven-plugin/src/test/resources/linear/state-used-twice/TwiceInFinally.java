package demo;

class TwiceInFinally {
    static void play(CalculatorClient.Ask ask) {
        try {
            ask.bye();
        } finally {
            System.out.println("bye");
            ask.bye(); // [state-used-twice]
        }
    }
}
