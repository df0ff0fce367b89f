package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** Predictions of the training rows add up to their targets, also where most targets lie at the bound. */
class TotalsTest {

    private static final int ROWS = 1000;
    private static final double INF = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @EnumSource
    void claimsAddUpToWhatWasClaimed(GradientPolicy policy) throws Exception {
        ClampOutput clamp = new ClampOutput(new Bounds(0, INF), policy, 0.01);
        for (int seed = 1; seed <= 3; seed++) {
            Samples claims = claims(seed);
            Network network = NetworkTraining.fit(
                            Trainers.task(claims, Fixtures.quick().seed(seed), clamp))
                    .network();
            assertThat(sumOfPredictions(network, claims, clamp))
                    .isEqualTo(sumOfTargets(claims), within(1e-4 * sumOfTargets(claims)));
        }
    }

    @Test
    void theyAddUpBetweenTwoBoundsToo() throws Exception {
        ClampOutput clamp = Fixtures.clamp(0, 0.5);
        Samples claims = claims(4, 0.5);
        Network network = NetworkTraining.fit(Trainers.task(claims, Fixtures.quick(), clamp))
                .network();
        assertThat(sumOfPredictions(network, claims, clamp))
                .isEqualTo(sumOfTargets(claims), within(1e-4 * sumOfTargets(claims)));
    }

    @Test
    void aConstantOutputStaysTheMeanAndADeadOneStaysDead() throws Exception {
        ClampOutput clamp = Fixtures.clamp(0, INF);
        Network constant = Network.initialise(2, 8, 0.25, new Random(1));
        OutputBias.settle(constant, Trainers.task(claims(5), new Hyperparameters(), clamp));
        assertThat(constant.outputBias()).isEqualTo(0.25f);

        Network dead = Fixtures.network(2, 8, new Random(1));
        dead.setOutputBias(-1000);
        OutputBias.settle(dead, Trainers.task(claims(5), new Hyperparameters(), clamp));
        assertThat(dead.outputBias()).isEqualTo(-1000);
    }

    private static double sumOfTargets(Samples samples) {
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            sum += samples.weight(i) * samples.target(i);
        }
        return sum;
    }

    private static double sumOfPredictions(Network network, Samples samples, ClampOutput clamp) {
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            sum += samples.weight(i) * clamp.forward(Fixtures.netInput(network, samples.inputs(i)));
        }
        return sum;
    }

    private static Samples claims(int seed) {
        return claims(seed, INF);
    }

    /** Four rows in five claim nothing, the others amounts with a long tail up to a limit. */
    private static Samples claims(int seed, double limit) {
        Random random = new Random(seed);
        float[][] inputs = new float[ROWS][2];
        double[] targets = new double[ROWS];
        double[] weights = new double[ROWS];
        Arrays.setAll(weights, i -> 0.5 + random.nextDouble());
        for (int i = 0; i < ROWS; i++) {
            inputs[i][0] = (float) random.nextGaussian();
            inputs[i][1] = (float) random.nextGaussian();
            boolean claimed = random.nextDouble() < 0.2 + 0.1 * Math.tanh(inputs[i][0]);
            double amount = Math.exp(0.8 * random.nextGaussian() + 0.5 * inputs[i][1]);
            targets[i] = claimed ? Math.min(limit, amount) : 0;
        }
        return new Samples(inputs, targets, weights, 2);
    }
}
