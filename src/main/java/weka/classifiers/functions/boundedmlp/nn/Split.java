package weka.classifiers.functions.boundedmlp.nn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Rows to train on, and rows held out.
 *
 * @param training the rows to train on
 * @param heldOut the others
 */
record Split(Samples training, Samples heldOut) {

    /**
     * Holds out rows that are spread evenly over the range of the targets: the rows sorted by target are cut into as many
     * runs of equal length as rows are to be held out, and one row of each run is drawn. Both parts then hold the same share
     * of rare targets.
     *
     * @param samples the rows
     * @param heldOut how many to hold out, from 1 to n - 1
     * @param random the source of the draws
     */
    static Split stratified(Samples samples, int heldOut, Random random) {
        int n = samples.size();
        int[] order = IntStream.range(0, n).toArray();
        Trainer.shuffle(order, random);
        int[] byTarget = Arrays.stream(order)
                .boxed()
                .sorted(Comparator.comparingDouble(samples::target))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] chosen = new boolean[n];
        for (int i = 0; i < heldOut; i++) {
            int start = (int) ((long) n * i / heldOut);
            int end = (int) ((long) n * (i + 1) / heldOut);
            chosen[byTarget[start + random.nextInt(end - start)]] = true;
        }
        return new Split(
                samples.subset(IntStream.range(0, n).filter(i -> !chosen[i]).toArray()),
                samples.subset(IntStream.range(0, n).filter(i -> chosen[i]).toArray()));
    }
}
