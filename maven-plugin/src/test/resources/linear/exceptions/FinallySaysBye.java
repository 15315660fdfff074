package demo;

class FinallySaysBye {
    static void play(CalculatorClient.Ask ask, String number) {
        try {
            System.out.println(Integer.parseInt(number));
        } finally {
            ask.bye();
        }
    }
}
