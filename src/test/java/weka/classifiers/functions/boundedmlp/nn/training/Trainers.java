package weka.classifiers.functions.boundedmlp.nn.training;

import java.lang.reflect.Field;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** What the tests of training begin with. */
final class Trainers {

    private Trainers() {}

    /** What a network is to learn with the squared error. */
    static LearningTask task(Samples samples, Hyperparameters hyperparameters, OutputActivation activation) {
        return new LearningTask(samples, hyperparameters, new SquaredError(activation));
    }

    /** A trainer of that task, whose outputs need to be finite for these samples only. */
    static MiniBatchTrainer trainer(Samples samples, Hyperparameters hyperparameters, OutputActivation activation)
            throws InterruptedException {
        return new MiniBatchTrainer(task(samples, hyperparameters, activation), samples.largestInput());
    }

    /** The network that is trained, or its first shard, where {@link MiniBatchTrainer#network} is the average. */
    static Network trained(MiniBatchTrainer trainer) throws ReflectiveOperationException {
        Field field = MiniBatchTrainer.class.getDeclaredField("networks");
        field.setAccessible(true);
        return ((Network[]) field.get(trainer))[0];
    }
}
