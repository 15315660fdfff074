package dev.parley.samples.protocols.doublebuffering;

import dev.parley.runtime.SessionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Applies a function to the frames of a signal, by {@link DoubleBuffering} with one buffer or by {@link Prefetching} with two. However
 * long the signal is, no other buffers are used for it.
 */
public final class Filter {

    /** How long the device of the demonstration takes for a frame. */
    private static final Duration RECORDING = Duration.ofMillis(2);

    private final int frames;
    private final Consumer<double[]> source;
    private final UnaryOperator<double[]> function;
    private final double[][] buffers;

    /**
     * Creates a filter.
     *
     * @param frames how many frames the signal has, 0 or more
     * @param size how long each is
     * @param source fills a buffer with the next frame; called by one thread
     * @param function makes a result of a frame, in an array of its own
     */
    public Filter(int frames, int size, Consumer<double[]> source, UnaryOperator<double[]> function) {
        this.frames = frames;
        this.source = source;
        this.function = function;
        this.buffers = new double[2][size];
    }

    /** Returns all results, computed with one buffer. */
    public List<double[]> withOneBuffer(SessionOptions options) {
        List<double[]> results = new ArrayList<>();
        DoubleBufferingSession.run(options, this::work, sink -> collect(sink, results), this::fill);
        return results;
    }

    /** Returns all results, computed with two buffers. */
    public List<double[]> withTwoBuffers(SessionOptions options) {
        List<double[]> results = new ArrayList<>();
        PrefetchingSession.run(options, this::workAhead, sink -> collect(sink, results), this::fillAhead);
        return results;
    }

    private void fill(DoubleBufferingSource.Frames start) {
        DoubleBufferingSource.Frames.Received received = start.receive();
        while (received instanceof DoubleBufferingSource.Ready ready) {
            source.accept(ready.buffer());
            received = ready.filled(ready.buffer()).receive();
        }
    }

    private void work(DoubleBufferingKernel.Frames start) {
        DoubleBufferingKernel.Frames state = start;
        double[] buffer = buffers[0];
        for (int i = 0; i < frames; i++) {
            DoubleBufferingKernel.Filled filled = state.ready(buffer).receive();
            buffer = filled.buffer();
            double[] result = function.apply(buffer);
            state = filled.receive().result(result);
        }
        state.stop().receive().done();
    }

    private static void collect(DoubleBufferingSink.Start start, List<double[]> results) {
        DoubleBufferingSink.BeforeDone.Received received = start.ready().receive();
        while (received instanceof DoubleBufferingSink.Result result) {
            results.add(result.result());
            received = result.ready().receive();
        }
    }

    private void fillAhead(PrefetchingSource.Start start) {
        if (start.receive() instanceof PrefetchingSource.Ready ready) {
            double[] full = filled(ready.buffer());
            PrefetchingSource.Frames.Received received = ready.receive();
            while (received instanceof PrefetchingSource.ReadyReady next) {
                double[] empty = next.buffer();
                PrefetchingSource.Frames state = next.filled(full);
                full = filled(empty); // while Kernel works on the other
                received = state.receive();
            }
            if (received instanceof PrefetchingSource.ReadyStop stop) {
                stop.filled(full);
            }
        }
    }

    private double[] filled(double[] buffer) {
        source.accept(buffer);
        return buffer;
    }

    private void workAhead(PrefetchingKernel.Start start) {
        PrefetchingKernel.Last last = frames == 0 ? start.stop() : workOnAll(start.ready(buffers[0]));
        last.receive().done();
    }

    private PrefetchingKernel.Last workOnAll(PrefetchingKernel.Frames start) {
        PrefetchingKernel.Frames state = start;
        double[] free = buffers[1];
        for (int i = 1; i < frames; i++) {
            PrefetchingKernel.Filled filled = state.ready(free).receive();
            free = filled.buffer();
            double[] result = function.apply(free);
            state = filled.receive().result(result);
        }
        PrefetchingKernel.StopFilled filled = state.stop().receive();
        double[] result = function.apply(filled.buffer());
        return filled.receive().result(result);
    }

    private static void collect(PrefetchingSink.Start start, List<double[]> results) {
        if (start.ready().receive() instanceof PrefetchingSink.Result first) {
            results.add(first.result());
            PrefetchingSink.BeforeResult.Received received = first.ready().receive();
            while (received instanceof PrefetchingSink.Result result) {
                results.add(result.result());
                received = result.ready().receive();
            }
        }
    }

    /** Returns the moving average of a frame over so many samples; there are fewer at its beginning. */
    static double[] smooth(double[] frame, int width) {
        double[] result = new double[frame.length];
        for (int i = 0; i < frame.length; i++) {
            int from = Math.max(0, i - width + 1);
            result[i] = Arrays.stream(frame, from, i + 1).sum() / (i + 1 - from);
        }
        return result;
    }

    /**
     * Smooths what a device records, which takes its time for each frame, with one buffer and with two, and tells how long that took. With
     * two the kernel works while the device records; what there is to gain is the shorter of the two times.
     */
    public static void main(String[] args) {
        for (boolean two : new boolean[] {false, true}) {
            Random random = new Random(1);
            Filter filter = new Filter(
                    400,
                    5_000,
                    buffer -> {
                        LockSupport.parkNanos(RECORDING.toNanos());
                        Arrays.setAll(buffer, i -> random.nextGaussian());
                    },
                    frame -> smooth(frame, 30));
            long begin = System.nanoTime();
            List<double[]> results = two
                    ? filter.withTwoBuffers(SessionOptions.defaults())
                    : filter.withOneBuffer(SessionOptions.defaults());
            double seconds = (System.nanoTime() - begin) / 1e9;
            double largest = results.stream()
                    .mapToDouble(each -> Arrays.stream(each).skip(30).max().orElse(0))
                    .max()
                    .orElse(0);
            System.out.printf(
                    "%s: %d frames in %.2f s, the largest average is %.3f%n",
                    two ? "two buffers" : "one buffer ", results.size(), seconds, largest);
        }
    }
}
