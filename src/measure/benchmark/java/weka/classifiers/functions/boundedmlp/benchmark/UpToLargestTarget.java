package weka.classifiers.functions.boundedmlp.benchmark;

import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;

/**
 * The bounded network with the largest class value of its training rows as the upper bound. A sigmoid output needs two
 * bounds, and most files have only one.
 */
final class UpToLargestTarget extends BoundedMLPRegressor {
    private static final long serialVersionUID = 1L;

    @Override
    public void buildClassifier(@Nullable Instances data) throws Exception {
        if (data != null) {
            setUpperBound(data.attributeStats(data.classIndex()).numericStats.max);
        }
        super.buildClassifier(data);
    }
}
