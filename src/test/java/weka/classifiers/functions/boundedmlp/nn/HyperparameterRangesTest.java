package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which values each single hyperparameter accepts and refuses. */
class HyperparameterRangesTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    /**
     * A hyperparameter with a limited range.
     *
     * @param allowed the range in words
     */
    private record Property(
            String name,
            boolean whole,
            BiConsumer<Hyperparameters, Number> setter,
            Function<Hyperparameters, Number> getter,
            String allowed,
            List<Double> good,
            List<Double> bad) {

        void set(Hyperparameters hyperparameters, double value) {
            setter.accept(hyperparameters, number(value));
        }

        Number number(double value) {
            return whole ? (Number) (int) value : (Number) value;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Property> properties() {
        return List.of(
                whole(
                        "hiddenSize",
                        Hyperparameters::hiddenSize,
                        Hyperparameters::hiddenSize,
                        "a whole number of at least 1",
                        values(1, 2, 1000),
                        values(0, -1, Integer.MIN_VALUE)),
                whole(
                        "bins",
                        Hyperparameters::bins,
                        Hyperparameters::bins,
                        "a whole number from -1 to 1000, where -1 lets the held-out rows choose",
                        values(-1, 0, 1, 1000),
                        values(-2, 1001, Integer.MIN_VALUE)),
                whole(
                        "members",
                        Hyperparameters::members,
                        Hyperparameters::members,
                        "a whole number from 1 to 1000",
                        values(1, 2, 1000),
                        values(0, -1, 1001)),
                real(
                        "learningRate",
                        Hyperparameters::learningRate,
                        Hyperparameters::learningRate,
                        "a finite number above 0",
                        values(1e-300, 0.1, 5, Double.MAX_VALUE),
                        values(0, -0.0, -1, INF, -INF, Double.NaN)),
                real(
                        "lowerBound",
                        Hyperparameters::lowerBound,
                        Hyperparameters::lowerBound,
                        "a number below the upper bound, or -Infinity for none",
                        values(-INF, -1, 0, 1e300),
                        values(INF, Double.NaN)),
                real(
                        "upperBound",
                        Hyperparameters::upperBound,
                        Hyperparameters::upperBound,
                        "a number above the lower bound, or Infinity for none",
                        values(INF, -1, 0, 1e300),
                        values(-INF, Double.NaN)),
                real(
                        "leakSlope",
                        Hyperparameters::leakSlope,
                        Hyperparameters::leakSlope,
                        "a number between 0 and 1, both excluded",
                        values(1e-9, 0.5, 0.999),
                        values(0, 1, -0.1, 1.1, INF, Double.NaN)),
                whole(
                        "maxEpochs",
                        Hyperparameters::maxEpochs,
                        Hyperparameters::maxEpochs,
                        "a whole number of at least 0",
                        values(0, 1, Integer.MAX_VALUE),
                        values(-1, Integer.MIN_VALUE)),
                whole(
                        "miniBatchSize",
                        Hyperparameters::miniBatchSize,
                        Hyperparameters::miniBatchSize,
                        "a whole number of at least 0, where 0 chooses the size from the data",
                        values(0, 1, 64),
                        values(-1, Integer.MIN_VALUE)),
                whole(
                        "validationSetSize",
                        Hyperparameters::validationSetSize,
                        Hyperparameters::validationSetSize,
                        "a whole number from 0 to 90",
                        values(0, 1, 90),
                        values(-1, 91, 100)),
                whole(
                        "patience",
                        Hyperparameters::patience,
                        Hyperparameters::patience,
                        "a whole number of at least 1",
                        values(1, 30),
                        values(0, -1)),
                real(
                        "momentum",
                        Hyperparameters::momentum,
                        Hyperparameters::momentum,
                        "a number of at least 0 and below 1",
                        values(0, 0.5, 0.999),
                        values(1, -0.1, INF, Double.NaN)),
                real(
                        "weightDecay",
                        Hyperparameters::weightDecay,
                        Hyperparameters::weightDecay,
                        "a finite number of at least 0",
                        values(0, 0.3, 1e300),
                        values(-1e-9, INF, -INF, Double.NaN)),
                real(
                        "maxGradientNorm",
                        Hyperparameters::maxGradientNorm,
                        Hyperparameters::maxGradientNorm,
                        "a number above 0, or Infinity for no limit",
                        values(1e-9, 1, INF),
                        values(0, -1, -INF, Double.NaN)),
                whole(
                        "numThreads",
                        Hyperparameters::numThreads,
                        Hyperparameters::numThreads,
                        "a whole number of at least 0, where 0 means all processors",
                        values(0, 1, Integer.MAX_VALUE),
                        values(-1, Integer.MIN_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void takesWhatIsAllowed(Property property) {
        for (double value : property.good()) {
            Hyperparameters hyperparameters = new Hyperparameters();
            property.set(hyperparameters, value);
            assertThat(property.getter().apply(hyperparameters)).isEqualTo(property.number(value));
        }
    }

    @ParameterizedTest
    @MethodSource("properties")
    void refusesWhatIsNotAllowedAndKeepsItsValue(Property property) {
        for (double value : property.bad()) {
            Hyperparameters hyperparameters = new Hyperparameters();
            Number before = property.getter().apply(hyperparameters);

            assertThatThrownBy(() -> property.set(hyperparameters, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(property.name() + " must be " + property.allowed() + ", but is "
                            + property.number(value) + ".");
            assertThat(property.getter().apply(hyperparameters)).isEqualTo(before);
        }
    }

    private static Property whole(
            String name,
            BiConsumer<Hyperparameters, Integer> setter,
            Function<Hyperparameters, Number> getter,
            String allowed,
            List<Double> good,
            List<Double> bad) {
        return new Property(
                name,
                true,
                (hyperparameters, value) -> setter.accept(hyperparameters, value.intValue()),
                getter,
                allowed,
                good,
                bad);
    }

    private static Property real(
            String name,
            BiConsumer<Hyperparameters, Double> setter,
            Function<Hyperparameters, Number> getter,
            String allowed,
            List<Double> good,
            List<Double> bad) {
        return new Property(
                name,
                false,
                (hyperparameters, value) -> setter.accept(hyperparameters, value.doubleValue()),
                getter,
                allowed,
                good,
                bad);
    }

    private static List<Double> values(double... values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
