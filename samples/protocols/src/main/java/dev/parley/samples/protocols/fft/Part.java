package dev.parley.samples.protocols.fft;

/**
 * What one role has of a spectrum: an array of complex numbers, with the real and imaginary parts apart. Immutable by agreement: no method
 * changes the arrays, and who gets them must not either, as they are sent on.
 */
final class Part {

    /** How many roles there are. */
    static final int ROLES = 8;

    private final int number;
    private final double[] re;
    private final double[] im;

    private Part(int number, double[] re, double[] im) {
        this.number = number;
        this.re = re;
        this.im = im;
    }

    /**
     * Returns what a role starts with: the spectrum of every eighth sample of a signal, from the one on whose number the bits of the role's
     * number say when read backwards.
     *
     * @param number the role's
     * @param signal its length is 8 times a power of two
     */
    static Part of(int number, double[] signal) {
        int first = Integer.reverse(number) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(ROLES));
        double[] re = new double[signal.length / ROLES];
        for (int i = 0; i < re.length; i++) {
            re[i] = signal[i * ROLES + first];
        }
        return new Part(number, re, new double[re.length]).transformed();
    }

    /** Returns the role's number, 0 to 7. */
    int number() {
        return number;
    }

    /** Returns the real parts. */
    double[] re() {
        return re;
    }

    /** Returns the imaginary parts. */
    double[] im() {
        return im;
    }

    /** Returns the spectrum of what this has. */
    private Part transformed() {
        if (re.length == 1) {
            return this;
        }
        Part even = half(0).transformed();
        Part odd = half(1).transformed();
        int half = re.length / 2;
        double[] newRe = new double[re.length];
        double[] newIm = new double[re.length];
        for (int k = 0; k < re.length; k++) {
            butterfly(even, odd, k % half, k, re.length, newRe, newIm, k);
        }
        return new Part(number, newRe, newIm);
    }

    private Part half(int offset) {
        double[] halfRe = new double[re.length / 2];
        double[] halfIm = new double[re.length / 2];
        for (int i = 0; i < halfRe.length; i++) {
            halfRe[i] = re[2 * i + offset];
            halfIm[i] = im[2 * i + offset];
        }
        return new Part(number, halfRe, halfIm);
    }

    /**
     * Returns what a role has after a stage, where it held the even part and got the odd one.
     *
     * @param stage 0 to 2
     * @param oddRe what it got, real
     * @param oddIm and imaginary
     */
    Part withOdd(int stage, double[] oddRe, double[] oddIm) {
        return combined(stage, this, new Part(number, oddRe, oddIm));
    }

    /** Returns what a role has after a stage, where it held the odd part and got the even one. */
    Part withEven(int stage, double[] evenRe, double[] evenIm) {
        return combined(stage, new Part(number, evenRe, evenIm), this);
    }

    /** Of a spectrum that now lies with {@code 2 << stage} roles, this role has as many numbers as before. */
    private Part combined(int stage, Part even, Part odd) {
        double[] newRe = new double[re.length];
        double[] newIm = new double[re.length];
        int first = (number & ((2 << stage) - 1)) * re.length;
        for (int i = 0; i < re.length; i++) {
            butterfly(even, odd, i, first + i, (2 << stage) * re.length, newRe, newIm, i);
        }
        return new Part(number, newRe, newIm);
    }

    /** Sets number {@code to} to {@code even[at] + exp(-2πi k / n) odd[at]}; the second half of a spectrum has the minus in its {@code k}. */
    private static void butterfly(Part even, Part odd, int at, int k, int n, double[] newRe, double[] newIm, int to) {
        double angle = -2 * Math.PI * k / n;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        newRe[to] = even.re[at] + cos * odd.re[at] - sin * odd.im[at];
        newIm[to] = even.im[at] + cos * odd.im[at] + sin * odd.re[at];
    }
}
