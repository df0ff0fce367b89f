package weka.classifiers.functions.boundedmlp;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** A program that trains and saves a model, or that loads it and prints its predictions bit by bit. */
public final class SavedModel {
    private SavedModel() {}

    /** The arguments are a file and the options to train with, or only an existing file. */
    public static void main(String[] arguments) throws Exception {
        Classifier scheme;
        if (arguments.length > 1) {
            scheme = Schemes.fit(Schemes.mixed(120, 1), arguments[1]);
            SerializationHelper.write(arguments[0], scheme);
        } else {
            scheme = (Classifier) SerializationHelper.read(arguments[0]);
        }
        predictionBits(scheme).forEach(System.out::println);
    }

    /** The predictions for rows that were not trained on, then the model's text. */
    public static List<String> predictionBits(Classifier scheme) throws Exception {
        Instances rows = Schemes.mixed(300, 2);
        List<String> lines = new ArrayList<>();
        for (long bits : Schemes.predictedBits(scheme, rows)) {
            lines.add(Long.toHexString(bits));
        }
        scheme.toString().lines().forEach(lines::add);
        return lines;
    }
}
