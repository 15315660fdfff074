package demo;

class ConditionRemembered {
    static void play(CalculatorClient.Ask ask, java.util.function.BooleanSupplier more) {
        boolean again = more.getAsBoolean();
        CalculatorClient.Sum sum = null;
        if (again) {
            sum = ask.add(1, 2).receive();
        } else {
            ask.bye();
        }
        System.out.println("said");
        if (again) {
            sum.bye();
        }
    }
}
