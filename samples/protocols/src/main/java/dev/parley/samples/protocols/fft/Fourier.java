package dev.parley.samples.protocols.fft;

import dev.parley.runtime.SessionOptions;
import java.util.Arrays;
import java.util.Random;

/** Computes the discrete Fourier transform of a signal by eight roles of {@link Fft}. */
public final class Fourier {

    private Fourier() {}

    /** A spectrum: complex numbers, with the real and imaginary parts apart. */
    public static final class Spectrum {

        private final double[] re;
        private final double[] im;

        /** Creates a spectrum of arrays of the same length, which it keeps. */
        Spectrum(double[] re, double[] im) {
            this.re = re;
            this.im = im;
        }

        /** Returns the real part of a number. */
        public double re(int k) {
            return re[k];
        }

        /** Returns the imaginary part of a number. */
        public double im(int k) {
            return im[k];
        }

        /** Returns the square of a number's length. */
        public double power(int k) {
            return re[k] * re[k] + im[k] * im[k];
        }
    }

    /**
     * Transforms a signal.
     *
     * @param options how the session is opened
     * @param signal its length is a power of two, 8 or more
     * @return its spectrum, of the same length, not scaled
     * @throws IllegalArgumentException if the length is another
     */
    public static Spectrum transform(SessionOptions options, double[] signal) {
        if (signal.length < Part.ROLES || Integer.bitCount(signal.length) != 1) {
            throw new IllegalArgumentException(
                    "The signal has " + signal.length + " samples; it must be a power of two, 8 or more.");
        }
        Part[] parts = new Part[Part.ROLES];
        FftSession.run(
                options,
                w0 -> parts[0] = w0(w0, Part.of(0, signal)),
                w1 -> parts[1] = w1(w1, Part.of(1, signal)),
                w2 -> parts[2] = w2(w2, Part.of(2, signal)),
                w3 -> parts[3] = w3(w3, Part.of(3, signal)),
                w4 -> parts[4] = w4(w4, Part.of(4, signal)),
                w5 -> parts[5] = w5(w5, Part.of(5, signal)),
                w6 -> parts[6] = w6(w6, Part.of(6, signal)),
                w7 -> parts[7] = w7(w7, Part.of(7, signal)));
        double[] re = new double[signal.length];
        double[] im = new double[signal.length];
        for (Part part : parts) {
            int length = part.re().length;
            System.arraycopy(part.re(), 0, re, part.number() * length, length);
            System.arraycopy(part.im(), 0, im, part.number() * length, length);
        }
        return new Spectrum(re, im);
    }

    private static Part w0(FftW0.First start, Part own) {
        var odd = start.even(own.re(), own.im()).receive();
        Part two = own.withOdd(0, odd.re(), odd.im());
        var oddTwo = odd.even(two.re(), two.im()).receive();
        Part four = two.withOdd(1, oddTwo.re(), oddTwo.im());
        var oddFour = oddTwo.even(four.re(), four.im()).receive();
        Part eight = four.withOdd(2, oddFour.re(), oddFour.im());
        return eight;
    }

    private static Part w1(FftW1.First start, Part own) {
        var even = start.receive();
        Part two = own.withEven(0, even.re(), even.im());
        var oddTwo = even.odd(own.re(), own.im()).even(two.re(), two.im()).receive();
        Part four = two.withOdd(1, oddTwo.re(), oddTwo.im());
        var oddFour = oddTwo.even(four.re(), four.im()).receive();
        Part eight = four.withOdd(2, oddFour.re(), oddFour.im());
        return eight;
    }

    private static Part w2(FftW2.Start start, Part own) {
        var odd = start.even(own.re(), own.im()).receive();
        Part two = own.withOdd(0, odd.re(), odd.im());
        var evenTwo = odd.receive();
        Part four = two.withEven(1, evenTwo.re(), evenTwo.im());
        var oddFour = evenTwo.odd(two.re(), two.im()).even(four.re(), four.im()).receive();
        Part eight = four.withOdd(2, oddFour.re(), oddFour.im());
        return eight;
    }

    private static Part w3(FftW3.Start start, Part own) {
        var even = start.receive();
        Part two = own.withEven(0, even.re(), even.im());
        var evenTwo = even.odd(own.re(), own.im()).receive();
        Part four = two.withEven(1, evenTwo.re(), evenTwo.im());
        var oddFour = evenTwo.odd(two.re(), two.im()).even(four.re(), four.im()).receive();
        Part eight = four.withOdd(2, oddFour.re(), oddFour.im());
        return eight;
    }

    private static Part w4(FftW4.Start start, Part own) {
        var odd = start.even(own.re(), own.im()).receive();
        Part two = own.withOdd(0, odd.re(), odd.im());
        var oddTwo = odd.even(two.re(), two.im()).receive();
        Part four = two.withOdd(1, oddTwo.re(), oddTwo.im());
        var evenFour = oddTwo.receive();
        Part eight = four.withEven(2, evenFour.re(), evenFour.im());
        evenFour.odd(four.re(), four.im());
        return eight;
    }

    private static Part w5(FftW5.Start start, Part own) {
        var even = start.receive();
        Part two = own.withEven(0, even.re(), even.im());
        var oddTwo = even.odd(own.re(), own.im()).even(two.re(), two.im()).receive();
        Part four = two.withOdd(1, oddTwo.re(), oddTwo.im());
        var evenFour = oddTwo.receive();
        Part eight = four.withEven(2, evenFour.re(), evenFour.im());
        evenFour.odd(four.re(), four.im());
        return eight;
    }

    private static Part w6(FftW6.Start start, Part own) {
        var odd = start.even(own.re(), own.im()).receive();
        Part two = own.withOdd(0, odd.re(), odd.im());
        var evenTwo = odd.receive();
        Part four = two.withEven(1, evenTwo.re(), evenTwo.im());
        var evenFour = evenTwo.odd(two.re(), two.im()).receive();
        Part eight = four.withEven(2, evenFour.re(), evenFour.im());
        evenFour.odd(four.re(), four.im());
        return eight;
    }

    private static Part w7(FftW7.Start start, Part own) {
        var even = start.receive();
        Part two = own.withEven(0, even.re(), even.im());
        var evenTwo = even.odd(own.re(), own.im()).receive();
        Part four = two.withEven(1, evenTwo.re(), evenTwo.im());
        var evenFour = evenTwo.odd(two.re(), two.im()).receive();
        Part eight = four.withEven(2, evenFour.re(), evenFour.im());
        evenFour.odd(four.re(), four.im());
        return eight;
    }

    /** Finds the tones in a noisy second of sound. */
    public static void main(String[] args) {
        int rate = 1 << 16;
        Random random = new Random(1);
        double[] sound = new double[rate];
        Arrays.setAll(
                sound,
                i -> Math.sin(2 * Math.PI * 440 * i / rate)
                        + Math.sin(2 * Math.PI * 1_320 * i / rate) / 2
                        + random.nextGaussian());
        long begin = System.nanoTime();
        Spectrum spectrum = transform(SessionOptions.defaults(), sound);
        System.out.printf("%,d samples in %.0f ms, tones at", rate, (System.nanoTime() - begin) / 1e6);
        for (int k = 1; k < rate / 2; k++) {
            if (spectrum.power(k) > 1e8) {
                System.out.printf(" %d Hz", k);
            }
        }
        System.out.println();
    }
}
