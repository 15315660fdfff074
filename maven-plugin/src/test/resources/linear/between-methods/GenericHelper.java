package demo;

class GenericHelper {
    static void play(CalculatorClient.Ask ask) {
        same(ask).bye();
    }

    private static <T> T same(T value) {
        System.out.println(value);
        return value;
    }
}
