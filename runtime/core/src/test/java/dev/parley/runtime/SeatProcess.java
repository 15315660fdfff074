package dev.parley.runtime;

import dev.parley.runtime.transport.BasicCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A process that sits down on the seat whose text it reads, and says what it receives. */
final class SeatProcess {

    private SeatProcess() {}

    public static void main(String[] arguments) throws IOException {
        String text = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        try (SeatExchange seats =
                SeatExchange.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BasicCodec::new)) {
            if (arguments[0].equals("Worker")) {
                work((Vacancy) seats.decode(text, "dev.parley.runtime.Seat<Jobs.Worker>"));
            } else {
                add((Vacancy) seats.decode(text, "dev.parley.runtime.Seat<math.Calculator.Client>"), arguments[1]);
            }
        } catch (SessionCancelledException e) {
            System.out.println("SessionCancelledException");
        }
    }

    /** Receives a job, and does it for ever. */
    private static void work(Vacancy seat) {
        Player worker = Player.sit(seat, CrashTest.JOBS, "Worker", 0);
        System.out.println(worker.receive().values().get(0));
        while (true) {
            LockSupport.park();
        }
    }

    private static void add(Vacancy seat, String additions) {
        Player client = Player.sit(seat, Protocols.CALCULATOR, "Client", 1);
        System.out.println("seated");
        System.out.println(client.receive().values().get(0));
        for (int i = 0; i < Integer.parseInt(additions); i++) {
            client.send("add", i, i);
            System.out.println(client.receive().values().get(0));
        }
        client.send("bye");
        System.out.println(client.status());
    }
}
