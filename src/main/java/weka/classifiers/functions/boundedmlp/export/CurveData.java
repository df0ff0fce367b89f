package weka.classifiers.functions.boundedmlp.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.output.LossKind;

/**
 * A learning curve for drawing, with losses converted to errors in the units of the class. It is passed as lines of
 * text in the network's graph, because that string is all that Weka gives a plugin.
 *
 * @param target the name of the class attribute
 * @param error the name of the error, such as RMSE
 * @param epochs the number of epochs, at least the number of points
 * @param bestEpoch the epoch with the best weights, counted from 1; 0 for the untrained network
 * @param refitEpochs the number of epochs for which the final network was then trained on all rows; 0 if it was not
 * @param restarts how often training was restarted with gentler hyperparameters
 * @param stopReason why training stopped, as the end of a sentence
 * @param points the epochs that {@link LearningCurve} keeps
 */
public record CurveData(
        String target,
        String error,
        int epochs,
        int bestEpoch,
        int refitEpochs,
        int restarts,
        String stopReason,
        List<Point> points) {

    private static final String MARK = "boundedMLP.";

    /**
     * The figures of one epoch.
     *
     * @param epoch its number, counted from 1
     * @param training the error on the training rows, each measured before the step of its batch
     * @param validation the error on the held-out rows after the epoch; NaN if none were held out
     * @param atBound the fraction of the training rows predicted at a bound, in [0, 1]
     * @param stuck the fraction of the training rows predicted at a bound although their target lies between the
     *     bounds, in [0, 1]
     */
    public record Point(int epoch, double training, double validation, double atBound, double stuck) {}

    /** The curve of a model. */
    static CurveData of(BoundedModel model) {
        LearningCurve curve = model.curve();
        double unit = model.targetScale().unit();
        LossKind loss = model.hyperparameters().lossFunction();
        List<Point> points =
                curve.epochs().stream().map(epoch -> point(epoch, loss, unit)).toList();
        return new CurveData(
                model.targets().name(),
                loss.errorName(),
                curve.epochCount(),
                curve.bestEpoch(),
                curve.refitEpochs(),
                curve.restarts(),
                curve.stopReason().toString(),
                points);
    }

    private static Point point(Epoch epoch, LossKind loss, double unit) {
        RowFigures training = epoch.training();
        double rows = training.rows();
        return new Point(
                epoch.number(),
                loss.error(training.meanLoss(), unit),
                loss.error(epoch.validation().meanLoss(), unit),
                training.clamped() / rows,
                training.stuck() / rows);
    }

    /** The curve as lines of text, not yet escaped for XML; {@link #read} parses them. */
    List<String> lines() {
        Stream<String> head = Stream.of(
                "target = " + target,
                "error = " + error,
                "epochs = " + epochs,
                "bestEpoch = " + bestEpoch,
                "refitEpochs = " + refitEpochs,
                "restarts = " + restarts,
                "stopReason = " + stopReason);
        Stream<String> body = points.stream()
                .map(p -> String.format(
                        Locale.ROOT,
                        "epoch = %d %.6g %.6g %.4f %.4f",
                        p.epoch,
                        p.training,
                        p.validation,
                        p.atBound,
                        p.stuck));
        return Stream.concat(head, body).map(line -> MARK + line).toList();
    }

    /**
     * {@return the curve that is contained in some lines of text; null if there is none}
     *
     * @param lines any lines, such as the properties of a {@link NetworkGraph}
     */
    public static @Nullable CurveData read(List<String> lines) {
        try {
            return new CurveData(
                    value(lines, "target"),
                    value(lines, "error"),
                    Integer.parseInt(value(lines, "epochs")),
                    Integer.parseInt(value(lines, "bestEpoch")),
                    Integer.parseInt(value(lines, "refitEpochs")),
                    Integer.parseInt(value(lines, "restarts")),
                    value(lines, "stopReason"),
                    values(lines, "epoch").map(CurveData::point).collect(Collectors.toUnmodifiableList()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Point point(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != Point.class.getRecordComponents().length) {
            throw new IllegalArgumentException(text);
        }
        return new Point(
                Integer.parseInt(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]));
    }

    private static String value(List<String> lines, String key) {
        return values(lines, key).findFirst().orElseThrow(() -> new IllegalArgumentException(key));
    }

    private static Stream<String> values(List<String> lines, String key) {
        String start = MARK + key + " = ";
        return lines.stream().filter(line -> line.startsWith(start)).map(line -> line.substring(start.length()));
    }
}
