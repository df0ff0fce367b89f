package weka.classifiers.functions.boundedmlp.nn.rows;

/**
 * The inputs of n rows with d values each, row after row in a few large arrays. One array per row would take more
 * memory, and the garbage collector would copy the arrays one by one.
 */
public final class InputRows {

    /** The number of values in an array, if there are enough: one megabyte. */
    private static final int ARRAY_LENGTH = 1 << 18;

    private final int inputCount;
    /** The number of rows in an array is 2 to the power of this. */
    private final int shift;
    /** Rows of d values, {@code 1 << shift} of them in each array but the last; 0 if not set. */
    private final float[][] arrays;

    /**
     * Creates rows of zeros.
     *
     * @param rows the number of rows n
     * @param inputCount the number of inputs d, which may be 0
     */
    public InputRows(int rows, int inputCount) {
        this.inputCount = inputCount;
        shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, ARRAY_LENGTH / Math.max(1, inputCount)));
        int rowsPerArray = 1 << shift;
        arrays = new float[(int) (((long) rows + rowsPerArray - 1) >> shift)][];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = new float[Math.min(rowsPerArray, rows - (i << shift)) * inputCount];
        }
    }

    static InputRows of(float[][] rows, int inputCount) {
        InputRows copy = new InputRows(rows.length, inputCount);
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, copy.array(row), copy.begin(row), inputCount);
        }
        return copy;
    }

    /** {@return the number of inputs d} */
    public int inputCount() {
        return inputCount;
    }

    /**
     * {@return the array that holds a row; not a copy}
     *
     * @param row from 0 to n - 1
     */
    public float[] array(int row) {
        return arrays[row >> shift];
    }

    /**
     * {@return where the d values of a row begin in its array}
     *
     * @param row from 0 to n - 1
     */
    public int begin(int row) {
        return (row & ((1 << shift) - 1)) * inputCount;
    }
}
