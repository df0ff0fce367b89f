package weka.classifiers.functions.boundedmlp.nn.backprop;

/** Watches over stuck rows, for tests. */
public final class Watch {

    private Watch() {}

    /** {@return a watch that has seen no stuck row, so that each row gets the gradient of the policy} */
    public static StuckRows fresh(int rows) {
        return new StuckRows(rows);
    }

    /** {@return a watch that has seen every row stuck, so that each row gets the gradient that brings it back} */
    public static StuckRows allStuck(int rows) {
        StuckRows watch = new StuckRows(rows);
        for (int row = 0; row < rows; row++) {
            watch.see(row, true);
        }
        return watch;
    }
}
