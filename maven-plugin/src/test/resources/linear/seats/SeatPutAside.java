package demo;

import dev.parley.runtime.Seat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class SeatPutAside {
    private final BlockingQueue<Seat.At<Calculator.Client, Calculator.Ask>> seats = new LinkedBlockingQueue<>();

    void give(CalculatorClient.Ask ask) {
        seats.add(ask.toSeatAtAsk());
    }

    void take() throws InterruptedException {
        CalculatorClient.sitAtAsk(seats.take()).bye();
    }
}
