package weka.classifiers.functions.boundedmlp.nn.training;

import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.Loss;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * What a network is to learn, and how.
 *
 * @param samples at least one row, in standard units; not modified
 * @param hyperparameters consistent hyperparameters, of which a copy is taken
 * @param loss the loss that is minimised, with the output activation, in standard units
 */
public record LearningTask(Samples samples, Hyperparameters hyperparameters, Loss loss) {

    /** Creates a task. */
    public LearningTask {
        hyperparameters = hyperparameters.copy();
    }

    /** {@return the same task on other rows} */
    LearningTask on(Samples rows) {
        return new LearningTask(rows, hyperparameters, loss);
    }

    /**
     * {@return the same task with another learning rate, and with the gradient of {@link GradientPolicy#TOWARDS} where
     * a clamp is active}
     */
    LearningTask towards(double learningRate) {
        return new LearningTask(
                samples, hyperparameters.copy().learningRate(learningRate), loss.withPolicy(GradientPolicy.TOWARDS));
    }
}
