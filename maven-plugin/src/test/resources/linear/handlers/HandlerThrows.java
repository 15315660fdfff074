package demo;

import java.io.IOException;

class HandlerThrows implements CalculatorServer.Handler {
    @Override
    public CalculatorServer.Ask add(CalculatorServer.Add add) throws IOException {
        if (add.x() < 0) {
            throw new IOException("disk full");
        }
        return add.sum(add.x());
    }

    @Override
    public void bye(CalculatorServer.Bye bye) {}
}
