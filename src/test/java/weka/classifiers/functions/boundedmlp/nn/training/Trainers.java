package weka.classifiers.functions.boundedmlp.nn.training;

import java.lang.reflect.Field;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** Learning tasks and trainers for tests. */
final class Trainers {

    private Trainers() {}

    /** The task to learn the samples with the squared error. */
    static LearningTask task(Samples samples, Hyperparameters hyperparameters, OutputActivation activation) {
        return new LearningTask(samples, hyperparameters, new SquaredError(activation));
    }

    /** A trainer of that task, whose outputs must be finite for these samples only. */
    static MiniBatchTrainer trainer(Samples samples, Hyperparameters hyperparameters, OutputActivation activation)
            throws InterruptedException {
        return new MiniBatchTrainer(
                task(samples, hyperparameters, activation), samples.largestInput(), hyperparameters.seed());
    }

    /** The network being trained, or its first shard; {@link MiniBatchTrainer#network} is the average instead. */
    static Network trained(MiniBatchTrainer trainer) throws ReflectiveOperationException {
        Field field = MiniBatchTrainer.class.getDeclaredField("networks");
        field.setAccessible(true);
        return ((Network[]) field.get(trainer))[0];
    }
}
