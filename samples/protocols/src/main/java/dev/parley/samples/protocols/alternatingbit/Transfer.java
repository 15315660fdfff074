package dev.parley.samples.protocols.alternatingbit;

import dev.parley.runtime.SessionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Sends texts over a line that loses some, by {@link AlternatingBit}. */
public final class Transfer {

    private final List<String> arrived = new ArrayList<>();
    private int frames;

    private Transfer() {}

    /**
     * What a transfer came to.
     *
     * @param arrived the texts that arrived, in that order
     * @param frames how many frames it took
     */
    public record Outcome(List<String> arrived, int frames) {}

    /**
     * Sends texts.
     *
     * @param options how the session is opened
     * @param texts what to send
     * @param loses says of a frame or acknowledgement that the line loses it; it must not do that for ever
     */
    public static Outcome send(SessionOptions options, List<String> texts, BooleanSupplier loses) {
        Transfer transfer = new Transfer();
        AlternatingBitSession.run(
                options, line -> carry(line, loses), transfer::receive, sender -> transfer.send(sender, texts));
        return new Outcome(List.copyOf(transfer.arrived), transfer.frames);
    }

    private void send(AlternatingBitSender.Sending start, List<String> texts) {
        AlternatingBitSender.Sending state = start;
        boolean bit = false;
        for (String text : texts) {
            boolean acknowledged = false;
            while (!acknowledged) {
                frames++;
                AlternatingBitSender.BeforeTimeout.Received answer =
                        state.frame(bit, text).receive();
                if (answer instanceof AlternatingBitSender.Acknowledge acknowledge) {
                    acknowledged = acknowledge.bit() == bit;
                    state = acknowledge;
                } else {
                    state = (AlternatingBitSender.Timeout) answer;
                }
            }
            bit = !bit;
        }
        state.done();
    }

    private static void carry(AlternatingBitLine.Sending start, BooleanSupplier loses) {
        AlternatingBitLine.Sending state = start;
        while (state.receive() instanceof AlternatingBitLine.FrameMessage frame) {
            if (loses.getAsBoolean()) {
                state = frame.timeout();
            } else {
                AlternatingBitLine.Acknowledge acknowledge =
                        frame.frame(frame.bit(), frame.text()).receive();
                state = loses.getAsBoolean() ? acknowledge.timeout() : acknowledge.acknowledge(acknowledge.bit());
            }
        }
    }

    private void receive(AlternatingBitReceiver.Start start) {
        AlternatingBitReceiver.Start state = start;
        boolean expected = false;
        while (state.receive() instanceof AlternatingBitReceiver.Frame frame) {
            if (frame.bit() == expected) {
                arrived.add(frame.text());
                expected = !expected;
            }
            state = frame.acknowledge(frame.bit());
        }
    }

    /** Sends a thousand texts over lines that lose more and more. */
    public static void main(String[] args) {
        List<String> texts =
                IntStream.range(0, 1_000).mapToObj(i -> "text " + i).toList();
        for (int percent : new int[] {0, 10, 30, 60}) {
            Random random = new Random(percent);
            Outcome outcome = send(SessionOptions.defaults(), texts, () -> random.nextInt(100) < percent);
            System.out.printf(
                    "%2d %% lost each way: %,d texts arrived in %,d frames, %s%n",
                    percent,
                    outcome.arrived.size(),
                    outcome.frames,
                    outcome.arrived.equals(texts) ? "each once and in order" : "WRONGLY");
        }
    }
}
