package weka.classifiers.functions.boundedmlp.model;

import java.lang.ref.WeakReference;
import weka.classifiers.functions.boundedmlp.nn.SparseInputs;

/**
 * The arrays in which a prediction is computed. Each thread has one workspace for all models, so that predictions leave
 * hardly any garbage and threads can share a model. The thread refers to it weakly: a thread of an application server
 * lives on after the package has been unloaded, and must not keep its classes.
 */
final class PredictionWorkspace {

    private static final ThreadLocal<WeakReference<PredictionWorkspace>> OF_THREAD = new ThreadLocal<>();

    private int capacity;
    private SparseInputs inputs = new SparseInputs(0);
    private float[] hidden = new float[0];

    private PredictionWorkspace() {}

    /** The calling thread's workspace, with room for the given numbers of inputs that are not 0 and of hidden units. */
    static PredictionWorkspace of(int activeInputs, int hiddenSize) {
        WeakReference<PredictionWorkspace> kept = OF_THREAD.get();
        PredictionWorkspace workspace = kept == null ? null : kept.get();
        if (workspace == null) { // also after a garbage collection
            workspace = new PredictionWorkspace();
            OF_THREAD.set(new WeakReference<>(workspace));
        }
        if (workspace.capacity < activeInputs) {
            workspace.capacity = activeInputs;
            workspace.inputs = new SparseInputs(activeInputs);
        }
        if (workspace.hidden.length < hiddenSize) {
            workspace.hidden = new float[hiddenSize];
        }
        return workspace;
    }

    /** Overwritten by every prediction of the thread. */
    SparseInputs inputs() {
        return inputs;
    }

    /** Overwritten by every prediction of the thread; may be longer than requested. */
    float[] hidden() {
        return hidden;
    }
}
