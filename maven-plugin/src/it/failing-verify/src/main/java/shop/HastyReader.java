package shop;

/** Asks, and does not wait for the answer. */
final class HastyReader {

    private HastyReader() {}

    static void read(SaleBuyer.Start start) {
        var answer = start.ask("Emma");
        if (answer.hashCode() == 0) {
            System.out.println(answer.receive().euros());
        }
    }
}
