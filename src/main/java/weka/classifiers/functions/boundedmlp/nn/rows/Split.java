package weka.classifiers.functions.boundedmlp.nn.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import weka.classifiers.functions.boundedmlp.nn.Interruption;

/**
 * Rows to train on and rows held out.
 *
 * @param training the rows to train on
 * @param heldOut the others
 */
public record Split(Samples training, Samples heldOut) {

    /**
     * Holds out rows that are spread evenly over the range of the targets. The rows, sorted by target, are cut into as
     * many runs of equal length as there are rows to hold out; each split draws one row from each run, and no row
     * twice. So both parts have the same share of rare targets.
     *
     * @param samples the rows
     * @param heldOut how many to hold out in each split, from 1 to n - 1
     * @param count how many splits to make, from 1 to n / heldOut
     * @param random the source of the draws
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static List<Split> stratified(Samples samples, int heldOut, int count, Random random)
            throws InterruptedException {
        int n = samples.size();
        int[] order = RowOrder.all(n);
        RowOrder.shuffle(order, random);
        int[] byTarget = RowOrder.byValue(order, samples.targets());
        int[] splitOfRow = new int[n];
        Arrays.fill(splitOfRow, -1);
        for (int i = 0; i < heldOut; i++) {
            Interruption.check();
            int[] run =
                    Arrays.copyOfRange(byTarget, (int) ((long) n * i / heldOut), (int) ((long) n * (i + 1) / heldOut));
            RowOrder.shuffle(run, random);
            for (int split = 0; split < count; split++) {
                splitOfRow[run[split]] = split;
            }
        }
        List<Split> splits = new ArrayList<>();
        for (int split = 0; split < count; split++) {
            Interruption.check();
            int[] training = new int[n - heldOut];
            int[] others = new int[heldOut];
            int trainingRows = 0;
            int otherRows = 0;
            for (int row = 0; row < n; row++) {
                if (splitOfRow[row] == split) {
                    others[otherRows++] = row;
                } else {
                    training[trainingRows++] = row;
                }
            }
            splits.add(new Split(samples.subset(training), samples.subset(others)));
        }
        return splits;
    }
}
