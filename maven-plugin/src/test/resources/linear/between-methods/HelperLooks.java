package demo;

class HelperLooks {
    static CalculatorServer.Ask play(CalculatorServer.Add add) {
        log(add);
        return add.sum(1);
    }

    private static void log(CalculatorServer.Add add) {
        System.out.println(add.x());
    }
}
