package weka.classifiers.functions.boundedmlp.nn.kernels;

/**
 * Finds out whether this processor multiplies and adds in one instruction. Java does not say, and where there is no
 * such instruction it emulates {@code Math.fma} in software, a hundred times slower.
 */
final class FmaProbe {

    private static final int REPETITIONS = 10;
    private static final int CALLS = 100;
    /**
     * Far above the cost of one instruction relative to two, and far below that of the emulation, which takes hundreds
     * of times as long.
     */
    private static final int TOO_SLOW = 50;

    private FmaProbe() {}

    /**
     * Compares the shortest of several timings, because a busy machine can only lengthen them. The answer must not
     * change from run to run: the last bits of a trained network depend on it.
     */
    static boolean isFast() {
        long fused = Long.MAX_VALUE;
        long plain = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            float fusedSum = fused(1.0001f, 1e-3f);
            long middle = System.nanoTime();
            float plainSum = plain(1.0001f, 1e-3f);
            long end = System.nanoTime();
            if (Math.abs(fusedSum - plainSum) > 1) {
                return false; // never: it only keeps both results in use
            }
            fused = Math.min(fused, middle - start);
            plain = Math.min(plain, end - middle);
        }
        return fused < TOO_SLOW * plain;
    }

    private static float fused(float factor, float summand) {
        float sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum = Math.fma(sum, factor, summand);
        }
        return sum;
    }

    private static float plain(float factor, float summand) {
        float sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum = sum * factor + summand;
        }
        return sum;
    }
}
