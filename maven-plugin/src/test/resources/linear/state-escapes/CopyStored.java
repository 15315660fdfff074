package demo;

import java.util.ArrayList;
import java.util.List;

class CopyStored {
    private final List<CalculatorServer.Add.Copy> requests = new ArrayList<>();

    void play(CalculatorServer.Ask ask) {
        CalculatorServer.Ask.Received received = ask.receive();
        while (received instanceof CalculatorServer.Add add) {
            requests.add(add.copy());
            received = add.sum(0).receive();
        }
    }
}
