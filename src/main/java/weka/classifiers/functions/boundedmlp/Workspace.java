package weka.classifiers.functions.boundedmlp;

import weka.classifiers.functions.boundedmlp.nn.ActiveInputs;

/**
 * What a prediction is worked out in. Each thread has one for all models, so that predictions leave no garbage and threads can
 * share a model.
 */
final class Workspace {

    private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

    private int capacity;
    private ActiveInputs inputs = new ActiveInputs(0);
    private float[] hidden = new float[0];

    private Workspace() {}

    /** The calling thread's workspace, with room for so many attributes and hidden units. */
    static Workspace of(int attributes, int hiddenSize) {
        Workspace workspace = OF_THREAD.get();
        if (workspace.capacity < attributes) {
            workspace.capacity = attributes;
            workspace.inputs = new ActiveInputs(attributes);
        }
        if (workspace.hidden.length < hiddenSize) {
            workspace.hidden = new float[hiddenSize];
        }
        return workspace;
    }

    /** Overwritten by every prediction of the thread. */
    ActiveInputs inputs() {
        return inputs;
    }

    /** Overwritten by every prediction of the thread; at least as many values as asked for. */
    float[] hidden() {
        return hidden;
    }
}
