package demo;

class OwnFailureCaught {
    static void play(CalculatorClient.Ask ask, String number) {
        CalculatorClient.Reply reply = ask.add(1, 2); // [state-dropped]
        try {
            System.out.println(Integer.parseInt(number));
        } catch (NumberFormatException e) {
            return;
        }
        reply.receive().bye();
    }
}
