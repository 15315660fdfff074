package demo;

class FinallyCleansUp {
    static int play(CalculatorClient.Ask ask, String number, AutoCloseable resource) throws Exception {
        CalculatorClient.Reply reply = ask.add(1, 2);
        try {
            int parsed = Integer.parseInt(number);
            reply.receive().bye();
            return parsed;
        } finally {
            resource.close();
        }
    }
}
