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
 * @param heldOutOriginals how many of them are not copies of others
 */
public record Split(Samples training, Samples heldOut, int heldOutOriginals) {

    /**
     * Holds out rows that are spread evenly over the range of the targets. The rows, sorted by target, are cut into as
     * many runs of equal length as there are rows to hold out; each split draws one row from each run, and no row
     * twice. So both parts have the same share of rare targets. {@link Copies} of a row go where it goes, because a
     * network that knows a row has nothing to show by predicting its copy.
     *
     * @param samples the rows
     * @param heldOut how many to hold out in each split, from 1 to n - 1; somewhat more or fewer if there are copies
     * @param count how many splits to make, from 1 to n / heldOut; fewer are made if there are too many copies
     * @param random the source of the draws
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static List<Split> stratified(Samples samples, int heldOut, int count, Random random)
            throws InterruptedException {
        int n = samples.size();
        int[] originals = Copies.originalsToSplit(samples);
        int[] order = Copies.firsts(originals);
        int units = order.length;
        int heldOutUnits = (int) Math.max(1, (long) heldOut * units / n);
        int splitCount = Math.min(count, units / heldOutUnits);
        RowOrder.shuffle(order, random);
        int[] byTarget = RowOrder.byValue(order, samples.targets());
        int[] splitOfRow = new int[n];
        Arrays.fill(splitOfRow, -1);
        for (int i = 0; i < heldOutUnits; i++) {
            Interruption.check();
            int from = (int) ((long) units * i / heldOutUnits);
            int to = (int) ((long) units * (i + 1) / heldOutUnits);
            int[] run = Arrays.copyOfRange(byTarget, from, to);
            RowOrder.shuffle(run, random);
            for (int split = 0; split < splitCount; split++) {
                splitOfRow[run[split]] = split;
            }
        }
        List<Split> splits = new ArrayList<>();
        for (int split = 0; split < splitCount; split++) {
            splits.add(of(samples, originals, splitOfRow, split, heldOutUnits));
        }
        return splits;
    }

    /**
     * Holds out the last rows, for data in the order of time: a row drawn from its middle has neighbours before and
     * after it, and is easier to predict than the time to come. {@link Copies} of an earlier row that is trained on are
     * trained on as well.
     *
     * @param samples the rows, in the order of time
     * @param heldOut how many to hold out, from 1 to n - 1; somewhat more or fewer if there are copies
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static Split last(Samples samples, int heldOut) throws InterruptedException {
        int n = samples.size();
        int[] originals = Copies.originalsToSplit(samples);
        int[] order = Copies.firsts(originals);
        int units = order.length;
        int heldOutUnits = (int) Math.max(1, (long) heldOut * units / n);
        int[] splitOfRow = new int[n];
        Arrays.fill(splitOfRow, -1);
        for (int unit = units - heldOutUnits; unit < units; unit++) {
            splitOfRow[order[unit]] = 0;
        }
        return of(samples, originals, splitOfRow, 0, heldOutUnits);
    }

    /** Holds out the rows whose originals belong to a split. */
    private static Split of(Samples samples, int[] originals, int[] splitOfRow, int split, int heldOutUnits)
            throws InterruptedException {
        Interruption.check();
        int n = samples.size();
        int[] training = new int[n];
        int[] others = new int[n];
        int trainingRows = 0;
        int otherRows = 0;
        for (int row = 0; row < n; row++) {
            if (splitOfRow[originals[row]] == split) {
                others[otherRows++] = row;
            } else {
                training[trainingRows++] = row;
            }
        }
        return new Split(
                samples.subset(Arrays.copyOf(training, trainingRows)),
                samples.subset(Arrays.copyOf(others, otherRows)),
                heldOutUnits);
    }
}
