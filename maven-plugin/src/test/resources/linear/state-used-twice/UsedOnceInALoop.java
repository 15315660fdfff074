package demo;

class UsedOnceInALoop {
    static void play(CalculatorClient.Ask start, int times) {
        CalculatorClient.Ask ask = start;
        for (int i = 0; i < times; i++) {
            CalculatorClient.Sum sum = ask.add(i, i).receive();
            System.out.println(sum.value());
            ask = sum;
        }
        ask.bye();
    }
}
