package weka.gui.explorer;

import java.util.concurrent.Callable;

/** A class of the Explorer's package that calls others, as the Explorer does. */
public final class CleanUp {

    private CleanUp() {}

    public static <T> T calling(Callable<T> call) throws Exception {
        return call.call();
    }
}
