package weka.classifiers.functions.boundedmlp.nn.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;

class SquaredErrorTest {

    private static final double[] TARGETS = {-2, 4, 10};
    private static final double[] WEIGHTS = {0.5, 1, 1.5};

    @Test
    void theValueIsHalfTheSquareOfTheError() {
        SquaredError loss = new SquaredError(Fixtures.clamp(0, 8));

        assertThat(loss.value(3, 3, 7)).isEqualTo(8);
        assertThat(loss.value(-5, 0, -2)).isEqualTo(2);
    }

    @Test
    void isCalledByItsKindInLowerCase() {
        assertThat(LossKind.SQUARED).hasToString("squared");
        assertThat(LossKind.SQUARED.of(Fixtures.clamp(0, 8))).isEqualTo(new SquaredError(Fixtures.clamp(0, 8)));
    }

    /** Compares with central differences of the value, away from the kinks, where the clamp passes the gradient. */
    @Test
    void theDerivativeIsThatOfTheRowsPartOfTheCost() {
        double h = 1e-5;
        for (OutputActivation activation : Fixtures.activations(-1, 1.5)) {
            SquaredError loss = new SquaredError(activation);
            for (double z : new double[] {-0.875, 0.25, 1.125}) {
                for (double target : new double[] {-3, 0.5, 2}) {
                    double difference = (loss.value(z + h, activation.forward(z + h), target)
                                    - loss.value(z - h, activation.forward(z - h), target))
                            / (2 * h);
                    assertThat(loss.derivative(z, activation.forward(z), target, 1.5, 4))
                            .as("%s at %s, target %s", activation, z, target)
                            .isEqualTo(1.5 * difference / 4, within(1e-8));
                }
            }
        }
    }

    @Test
    void beyondABoundThePolicyDecides() {
        SquaredError masked = new SquaredError(Fixtures.clamp(0, 8));
        Loss towards = masked.withPolicy(GradientPolicy.TOWARDS);

        assertThat(masked.derivative(-1, 0, 5, 1, 1)).isZero();
        assertThat(towards.derivative(-1, 0, 5, 1, 1)).isEqualTo(-5);
        assertThat(towards.derivative(-1, 0, -5, 1, 1)).isZero();
        assertThat(towards.value(-1, 0, 5)).isEqualTo(masked.value(-1, 0, 5));
    }

    /** The weighted mean is that of targets limited to the bounds; the constant is the net input that predicts it. */
    @Test
    void theBestConstantPredictsTheMeanOfTheLimitedTargets() {
        for (OutputActivation activation : Fixtures.activations(0, 8)) {
            Bounds bounds = activation.bounds();
            double mean = (0.5 * bounds.limit(-2) + 4 + 1.5 * bounds.limit(10)) / 3;
            double start = new SquaredError(activation).bestConstant(TARGETS, WEIGHTS);

            assertThat(activation.forward(start)).as("%s", activation).isEqualTo(mean, within(1e-12));
        }
    }

    @Test
    void peopleReadTheRootOfTheMeanSquaredErrorInTheUnitsOfTheTarget() {
        // the errors are 4, 4, 0 and 0
        assertThat(LossKind.SQUARED.error((8 + 8) / 4.0, 10)).isEqualTo(10 * Math.sqrt(8));
        assertThat(LossKind.SQUARED.errorName()).isEqualTo("RMSE");
    }
}
