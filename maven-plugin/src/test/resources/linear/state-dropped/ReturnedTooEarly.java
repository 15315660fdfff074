package demo;

class ReturnedTooEarly {
    static void play(CalculatorClient.Ask ask, int[] numbers) {
        for (int number : numbers) {
            CalculatorClient.Sum sum = ask.add(number, 1).receive(); // [state-dropped]
            if (sum.value() > 10) {
                return;
            }
            ask = sum;
        }
        ask.bye();
    }
}
