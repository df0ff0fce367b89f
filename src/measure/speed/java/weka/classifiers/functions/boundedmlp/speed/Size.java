package weka.classifiers.functions.boundedmlp.speed;

/** The four sizes of work that are compared. */
enum Size {
    S(1_000, 10, 20),
    M(20_000, 20, 64),
    L(100_000, 50, 128),
    XL(50_000, 200, 512);

    private static final int SMOKE_ROWS = 200;
    private static final int SMOKE_WIDTH = 8;

    private final int n;
    private final int d;
    private final int h;

    Size(int n, int d, int h) {
        this.n = n;
        this.d = d;
        this.h = h;
    }

    /** The shape; in a smoke run a tiny one. */
    Shape shape(boolean smoke) {
        return smoke ? new Shape(SMOKE_ROWS, SMOKE_WIDTH, SMOKE_WIDTH) : new Shape(n, d, h);
    }
}
