package weka.classifiers.functions.boundedmlp.benchmark;

import weka.classifiers.AbstractClassifier;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Randomizable;

/** Trains a learner without bounds and clips its predictions, as a user would without this package. */
final class FitThenClip extends SingleClassifierEnhancer implements Randomizable {
    private static final long serialVersionUID = 1L;

    private final Bounds bounds;

    <C extends AbstractClassifier & Randomizable> FitThenClip(C learner, Limits limits) {
        setClassifier(learner);
        bounds = new Bounds(limits.lower(), limits.upper());
    }

    @Override
    public void buildClassifier(Instances data) throws Exception {
        m_Classifier.buildClassifier(data);
    }

    @Override
    public double classifyInstance(Instance instance) throws Exception {
        return bounds.limit(m_Classifier.classifyInstance(instance));
    }

    @Override
    public void setSeed(int seed) {
        ((Randomizable) m_Classifier).setSeed(seed);
    }

    @Override
    public int getSeed() {
        return ((Randomizable) m_Classifier).getSeed();
    }
}
