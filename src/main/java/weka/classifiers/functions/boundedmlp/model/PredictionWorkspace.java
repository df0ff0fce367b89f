package weka.classifiers.functions.boundedmlp.model;

import weka.classifiers.functions.boundedmlp.nn.SparseInputs;

/**
 * The arrays in which a prediction is computed. Each thread has one workspace for all models, so that predictions leave
 * no garbage and threads can share a model.
 */
final class PredictionWorkspace {

    private static final ThreadLocal<PredictionWorkspace> OF_THREAD = ThreadLocal.withInitial(PredictionWorkspace::new);

    private int capacity;
    private SparseInputs inputs = new SparseInputs(0);
    private float[] hidden = new float[0];

    private PredictionWorkspace() {}

    /** The calling thread's workspace, with room for the given numbers of attributes and hidden units. */
    static PredictionWorkspace of(int attributes, int hiddenSize) {
        PredictionWorkspace workspace = OF_THREAD.get();
        if (workspace.capacity < attributes) {
            workspace.capacity = attributes;
            workspace.inputs = new SparseInputs(attributes);
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
