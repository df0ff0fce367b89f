package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;

/** What the optimizers do in single steps; {@link NumpyTest} compares whole steps with NumPy. */
class OptimizerTest {

    private static final double RATE = 0.5;

    @Test
    void adamsFirstStepsGoTheRateInTheDirectionOfAConstantGradient() {
        Network network = new Network(1, 2);
        Adam adam = new Adam(network);

        for (int step = 1; step <= 5; step++) {
            adam.step(network, filled(-3), 1, RATE);
            assertThat(Fixtures.flat(network)).containsOnly(new double[] {RATE * step}, within(1e-5));
        }
    }

    @Test
    void sgdGathersMomentum() {
        Network network = new Network(1, 2);
        Sgd sgd = new Sgd(network, 0.5);

        sgd.step(network, filled(2), 1, RATE);
        assertThat(Fixtures.flat(network)).containsOnly(-1);
        sgd.step(network, filled(2), 1, RATE);
        assertThat(Fixtures.flat(network)).containsOnly(-1 - 1.5);
        sgd.step(network, filled(0), 1, RATE);
        assertThat(Fixtures.flat(network)).containsOnly(-2.5 - 0.75);
    }

    @Test
    void aScaledGradientIsAsGoodAsASmallerOne() {
        for (boolean adam : List.of(true, false)) {
            Network scaled = new Network(1, 2);
            Network small = new Network(1, 2);
            Optimizer ofScaled = optimizer(adam, scaled);
            Optimizer ofSmall = optimizer(adam, small);
            for (float value : new float[] {3, -2, 5}) {
                ofScaled.step(scaled, filled(value), 0.25f, RATE);
                ofSmall.step(small, filled(value / 4), 1, RATE);
            }
            assertThat(scaled.blocks()).isDeepEqualTo(small.blocks());
            assertThat(Fixtures.flat(scaled)).doesNotContain(0);
        }
    }

    @Test
    void theGradientIsNotModified() {
        for (boolean adam : List.of(true, false)) {
            Network network = new Network(1, 2);
            Network gradient = filled(3);
            optimizer(adam, network).step(network, gradient, 0.5f, RATE);
            assertThat(Fixtures.flat(gradient)).containsOnly(3);
        }
    }

    @Test
    void adamsMomentsOfADeadUnitNeverBecomeDenormal() throws ReflectiveOperationException {
        Network network = new Network(1, 2);
        Adam adam = new Adam(network);
        adam.step(network, filled(1e-3f), 1, RATE);
        Network first = state(adam, "firstMoment");
        Network second = state(adam, "secondMoment");

        Network nothing = filled(0);
        for (int step = 0; step < 80_000; step++) {
            adam.step(network, nothing, 1, RATE);
            assertNormalOrZero(first);
            assertNormalOrZero(second);
        }
        assertThat(Fixtures.largest(Fixtures.flat(first))).isLessThan(1e-30);
        assertThat(Fixtures.largest(Fixtures.flat(second))).isLessThan(1e-34);
    }

    @Test
    void adamTakesGradientsWhoseSquareWouldBeDenormalForZero() throws ReflectiveOperationException {
        Network network = new Network(1, 2);
        Adam adam = new Adam(network);
        adam.step(network, filled(1e-18f), 1, RATE);
        assertThat(Fixtures.flat(state(adam, "firstMoment"))).containsOnly(0);
        assertThat(Fixtures.flat(state(adam, "secondMoment"))).containsOnly(0);
        assertThat(Fixtures.flat(network)).containsOnly(0);

        adam.step(network, filled(1e-17f), 1, RATE);
        assertThat(Fixtures.flat(state(adam, "firstMoment"))).doesNotContain(0);
        assertNormalOrZero(state(adam, "secondMoment"));
    }

    @Test
    void theVelocityOfADeadUnitNeverBecomesDenormal() throws ReflectiveOperationException {
        Network network = new Network(1, 2);
        Sgd descent = new Sgd(network, 0.9);
        descent.step(network, filled(1e-3f), 1, RATE);
        for (int step = 0; step < 2_000; step++) {
            descent.step(network, filled(0), 1, RATE);
            assertNormalOrZero(state(descent, "velocity"));
        }
        assertThat(Fixtures.largest(Fixtures.flat(state(descent, "velocity")))).isLessThan(1e-30);
    }

    private static void assertNormalOrZero(Network state) {
        for (float[] block : state.blocks()) {
            for (float value : block) {
                if (value != 0 && Math.abs(value) < Float.MIN_NORMAL) { // one assertion per value would take too long
                    fail("denormal: " + value);
                }
            }
        }
    }

    private static Network state(Optimizer optimizer, String field) throws ReflectiveOperationException {
        var moment = optimizer.getClass().getDeclaredField(field);
        moment.setAccessible(true);
        return (Network) moment.get(optimizer);
    }

    private static Optimizer optimizer(boolean adam, Network network) {
        return adam ? new Adam(network) : new Sgd(network, 0.9);
    }

    private static Network filled(float value) {
        Network network = new Network(1, 2);
        for (float[] block : network.blocks()) {
            Arrays.fill(block, value);
        }
        return network;
    }
}
