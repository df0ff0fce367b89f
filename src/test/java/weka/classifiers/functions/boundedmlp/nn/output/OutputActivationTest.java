package weka.classifiers.functions.boundedmlp.nn.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;

class OutputActivationTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    /** The bounds are -1 and 2, the leak is 0.25. */
    @ParameterizedTest(name = "{0} at z = {1} with dcost = {2} passes {3}")
    @CsvSource({
        // below the lower bound
        "MASKED, -1.5, -4, 0",
        "MASKED, -1.5, 0, 0",
        "MASKED, -1.5, 4, 0",
        "TOWARDS, -1.5, -4, -4",
        "TOWARDS, -1.5, 0, 0",
        "TOWARDS, -1.5, 4, 0",
        "LEAKY, -1.5, -4, -1",
        "LEAKY, -1.5, 0, 0",
        "LEAKY, -1.5, 4, 1",
        // at the lower bound
        "MASKED, -1, -4, 0",
        "MASKED, -1, 0, 0",
        "MASKED, -1, 4, 0",
        "TOWARDS, -1, -4, -4",
        "TOWARDS, -1, 0, 0",
        "TOWARDS, -1, 4, 0",
        "LEAKY, -1, -4, -1",
        "LEAKY, -1, 0, 0",
        "LEAKY, -1, 4, 1",
        // just above the lower bound
        "MASKED, -0.9999999999999999, -4, -4",
        "MASKED, -0.9999999999999999, 4, 4",
        "TOWARDS, -0.9999999999999999, -4, -4",
        "TOWARDS, -0.9999999999999999, 4, 4",
        "LEAKY, -0.9999999999999999, -4, -4",
        "LEAKY, -0.9999999999999999, 4, 4",
        // between the bounds
        "MASKED, 0, -4, -4",
        "MASKED, 0, 0, 0",
        "MASKED, 0, 4, 4",
        "TOWARDS, 0, -4, -4",
        "TOWARDS, 0, 0, 0",
        "TOWARDS, 0, 4, 4",
        "LEAKY, 0, -4, -4",
        "LEAKY, 0, 0, 0",
        "LEAKY, 0, 4, 4",
        // just below the upper bound
        "MASKED, 1.9999999999999998, -4, -4",
        "MASKED, 1.9999999999999998, 4, 4",
        "TOWARDS, 1.9999999999999998, -4, -4",
        "TOWARDS, 1.9999999999999998, 4, 4",
        "LEAKY, 1.9999999999999998, -4, -4",
        "LEAKY, 1.9999999999999998, 4, 4",
        // at the upper bound
        "MASKED, 2, -4, 0",
        "MASKED, 2, 0, 0",
        "MASKED, 2, 4, 0",
        "TOWARDS, 2, -4, 0",
        "TOWARDS, 2, 0, 0",
        "TOWARDS, 2, 4, 4",
        "LEAKY, 2, -4, -1",
        "LEAKY, 2, 0, 0",
        "LEAKY, 2, 4, 1",
        // above the upper bound
        "MASKED, 2.5, -4, 0",
        "MASKED, 2.5, 0, 0",
        "MASKED, 2.5, 4, 0",
        "TOWARDS, 2.5, -4, 0",
        "TOWARDS, 2.5, 0, 0",
        "TOWARDS, 2.5, 4, 4",
        "LEAKY, 2.5, -4, -1",
        "LEAKY, 2.5, 0, 0",
        "LEAKY, 2.5, 4, 1",
    })
    void theClampPassesTheGradientAsItsPolicySays(GradientPolicy policy, double z, double dcost, double passed) {
        assertThat(new ClampOutput(new Bounds(-1, 2), policy, 0.25).backward(z, dcost))
                .isEqualTo(passed);
    }

    @ParameterizedTest
    @CsvSource({"-1e300, -1", "-1, -1", "-0.5, -0.5", "0, 0", "1.5, 1.5", "2, 2", "1e300, 2"})
    void theClampLimitsItsNetInput(double z, double prediction) {
        assertThat(Fixtures.clamp(-1, 2).forward(z)).isEqualTo(prediction);
        assertThat(Fixtures.clamp(-1, 2).inverse(prediction)).isEqualTo(prediction);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e300, -1, 0, 1, 1e300})
    void theClampWithoutBoundsIsLinear(double z) {
        for (GradientPolicy policy : GradientPolicy.values()) {
            assertThat(Fixtures.linear(policy).forward(z)).isEqualTo(z);
            assertThat(Fixtures.linear(policy).backward(z, -3)).isEqualTo(-3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-40, 4.248354255291589e-18, 4.248354255291589e-18",
        "0, 0.6931471805599453, 0.5",
        "1, 1.3132616875182228, 0.7310585786300049",
        "800, 800, 1"
    })
    void softplusIsTheLogarithmOfOnePlusTheExponential(double u, double value, double slope) {
        SoftplusOutput above = new SoftplusOutput(new Bounds(0, INF));
        SoftplusOutput below = new SoftplusOutput(new Bounds(-INF, 0));

        assertThat(above.forward(u)).isEqualTo(value, within(1e-15 * value));
        assertThat(below.forward(-u)).isEqualTo(-value, within(1e-15 * value));
        assertThat(above.backward(u, 2)).isEqualTo(2 * slope, within(1e-15));
        assertThat(below.backward(-u, 2)).isEqualTo(2 * slope, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"-2, 2", "-1.5, 3", "-2, 1e9", "-1e30, 3", "-1e30, 1e30"})
    void sigmoidHasSlopeOneAtTheMeanAndEndsAtTheBounds(double lower, double upper) {
        SigmoidOutput output = new SigmoidOutput(new Bounds(lower, upper));

        assertThat(output.forward(0)).isZero();
        assertThat(output.backward(0, 2)).isEqualTo(2, within(1e-15));
        assertThat(output.forward(1e-3)).isEqualTo(1e-3, within(1e-6));
        assertThat(output.forward(-1e308)).isEqualTo(lower);
        assertThat(output.forward(1e308)).isEqualTo(upper);
        assertThat(output.backward(1e308, 2)).isZero();
    }

    @Test
    void sigmoidIsALogisticStep() {
        SigmoidOutput output = new SigmoidOutput(new Bounds(-2, 6));

        assertThat(output.scale()).isEqualTo(1.5);
        for (double z : new double[] {-7, -1, 0.5, 3, 11}) {
            assertThat(output.forward(z)).isEqualTo(-2 + 8 / (1 + 3 * Math.exp(-z / 1.5)), within(1e-14));
        }
    }

    /** A bound a hair's breadth from the mean would make the curve too flat to start on, or too steep to follow. */
    @ParameterizedTest
    @CsvSource({"0, 1", "-1e-9, 1e9", "-5, 0", "1, 5", "0, 1e-5"})
    void sigmoidStartsBetweenItsBoundsWhereverTheMeanLies(double lower, double upper) {
        SigmoidOutput output = new SigmoidOutput(new Bounds(lower, upper));
        double z = output.inverse(0);

        assertThat(z).isFinite();
        assertThat(output.bounds().inside(output.forward(z))).isTrue();
        assertThat(output.backward(z, 1)).isBetween(1e-6, 1.0);
        assertThat(output.forward(z)).isEqualTo(output.bounds().limit(0), within(2e-3));
    }

    /** Bounds that differ in the user's units may be equal in standard units, where a curve would be 0 / 0. */
    @ParameterizedTest
    @CsvSource({"3, 3", "1e-101, 2e-101"})
    void sigmoidPredictsTheLowerOfTwoBoundsWithoutRoomBetweenThem(double lower, double upper) {
        SigmoidOutput output = new SigmoidOutput(new Bounds(lower, upper));

        assertThat(output.isNarrow()).isTrue();
        for (double z : new double[] {-1, 0, 1}) {
            assertThat(output.forward(z)).isEqualTo(lower);
            assertThat(output.inverse(z)).isEqualTo(lower);
            assertThat(output.backward(z, 1)).isZero();
        }
    }

    @Test
    void sigmoidIsACurveAsSoonAsThereIsRoom() {
        SigmoidOutput output = new SigmoidOutput(new Bounds(0, 1e-100));

        assertThat(output.isNarrow()).isFalse();
        assertThat(output.forward(-1)).isZero();
        assertThat(output.forward(1)).isEqualTo(1e-100);
    }

    /** Were the bound added to what is left of it, 1e16 would cancel the rest. */
    @ParameterizedTest
    @ValueSource(doubles = {-2, -0.1, 0.7, 3})
    void farBoundsDoNotCancelThePrediction(double z) {
        for (OutputActivation output : List.of(
                new SoftplusOutput(new Bounds(-1e17, INF)),
                new SoftplusOutput(new Bounds(-INF, 1e17)),
                new SigmoidOutput(new Bounds(-1e17, 1e17)))) {
            assertThat(output.forward(z)).as(output.toString()).isEqualTo(z, within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.7, -0.3, 0, 0.1, 0.65})
    void theInverseLeadsBackToThePrediction(double prediction) {
        for (OutputActivation output : Fixtures.activations(-0.75, 0.75)) {
            assertThat(output.forward(output.inverse(prediction)))
                    .as(output.toString())
                    .isEqualTo(prediction, within(1e-12));
        }
    }

    @Test
    void theInverseOfABoundIsFiniteAndHasASlope() {
        for (OutputActivation output : Fixtures.activations(-0.75, 0.75)) {
            for (double bound : new double[] {-0.75, 0.75}) {
                double z = output.inverse(bound);
                assertThat(z).as(output.toString()).isFinite();
                assertThat(output.forward(z)).as(output.toString()).isEqualTo(bound, within(2e-3));
                if (!(output instanceof ClampOutput)) {
                    assertThat(output.backward(z, 1)).as(output.toString()).isGreaterThan(5e-4);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e300, -1e3, -37, -36, -1, -0.7, 0.1, 0.2, 1, 36, 37, 1e3, 1e300})
    void noPredictionLeavesTheBounds(double z) {
        // the rounded width of these bounds, added to the lower one, exceeds the upper one
        for (OutputActivation output : Fixtures.activations(-0.9, 0.2)) {
            assertThat(output.forward(z))
                    .as(output.toString())
                    .isBetween(output.bounds().lower(), output.bounds().upper());
        }
    }

    /** The bend has a fixed width in standard units, so in the units of this test it narrows as the sharpness grows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 10_000})
    void softplusApproachesTheClampAsItSharpens(int sharpness) {
        double bound = -0.5;
        SoftplusOutput above = new SoftplusOutput(new Bounds(sharpness * bound, INF));
        SoftplusOutput below = new SoftplusOutput(new Bounds(-INF, sharpness * bound));
        double largest = Math.log(2) / sharpness;
        for (double z = -2; z <= 2; z += 1 / 64.0) {
            assertThat(above.forward(sharpness * z) / sharpness - Math.max(bound, z))
                    .isBetween(0.0, largest * 1.0001);
            assertThat(Math.min(bound, z) - below.forward(sharpness * z) / sharpness)
                    .isBetween(0.0, largest * 1.0001);
            if (z != bound) {
                double distance = Math.abs(z - bound);
                assertThat(above.backward(sharpness * z, 1))
                        .isEqualTo(z > bound ? 1 : 0, within(1.001 * Math.exp(-sharpness * distance) + 1e-15));
            }
        }
        assertThat(above.forward(sharpness * bound) / sharpness - bound).isEqualTo(largest, within(1e-9));
    }

    /** The output is half its width times a hyperbolic tangent: a clamp with rounded corners. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 100, 1e6})
    void sigmoidStaysNearTheClampAndApproachesItAsTheBoundsMoveAway(double width) {
        SigmoidOutput output = new SigmoidOutput(new Bounds(-width / 2, width / 2));
        double largest = width / (1 + Math.exp(2));
        for (double z = -2; z <= 2; z += 1 / 64.0) {
            double clamped = Math.max(-width / 2, Math.min(width / 2, z));
            double difference = Math.abs(output.forward(z) - clamped);
            assertThat(difference).isLessThanOrEqualTo(largest + 1e-9);
            assertThat(difference).isLessThanOrEqualTo(4 * Math.abs(z * z * z) / (3 * width * width) + 1e-9);
        }
        assertThat(output.forward(width / 2)).isEqualTo(width / 2 - largest, within(1e-9 * width));
    }
}
