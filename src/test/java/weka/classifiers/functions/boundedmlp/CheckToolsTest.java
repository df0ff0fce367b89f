package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.CheckClassifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Instance;

/** Weka's tools that check a scheme. They only print what they find, and end without an error in any case. */
class CheckToolsTest {

    private static final String OURS = BoundedMLPRegressor.class.getName();

    /** What must be refused: classes and attributes of other types, and data without a row to train on. */
    private static final String REFUSED = "(basic predict \\((nominal|string|relational) class, .*\\)"
            + "|basic predict \\(.* (string|relational) predictors\\)"
            + "|handle zero training instances .*|100% missing class values .*)";

    @Test
    void theOptionsPassWekasCheck() throws Exception {
        Printed printed = checkOptions(OURS);
        assertThat(printed.out())
                .contains("ListOptions...yes", "SetOptions...yes", "Default options...yes", "Remaining options...yes")
                .contains("Canonical user options...yes", "Resetting options...yes")
                .doesNotContain("...no");
        assertThat(printed.err()).doesNotContain("xception");
    }

    @Test
    void brokenOptionsFailWekasCheck() throws Exception {
        assertThat(checkOptions(Forgetful.class.getName()).out()).contains("options...no");
    }

    @Test
    void thePropertySheetPassesWekasCheck() throws Exception {
        Printed printed = Printed.by(() -> {
            CheckGOE check = new CheckGOE();
            check.setOptions(new String[] {"-W", OURS});
            check.doTests();
            assertThat(check.getSuccess()).isTrue();
        });
        assertThat(printed.out())
                .contains("Global info...yes", "Tool tips...yes")
                .doesNotContain("...no");
        assertThat(printed.err()).doesNotContain("xception");
    }

    @Test
    void aPropertyWithoutATipFailsWekasCheck() throws Exception {
        Printed printed = Printed.by(() -> {
            CheckGOE check = new CheckGOE();
            check.setOptions(new String[] {"-W", Forgetful.class.getName()});
            check.doTests();
        });
        assertThat(printed.out()).contains("Tool tips...no (missing: [untoldTipText])");
    }

    @Test
    void theSchemePassesWekasCheckOfClassifiers() throws Exception {
        Printed printed = checkClassifier(OURS);
        assertThat(complaints(printed)).isEmpty();
        assertThat(printed.out().lines().filter(line -> line.endsWith("...yes")))
                .hasSizeGreaterThan(25);
        for (String kind : new String[] {"nominal", "numeric", "date"}) {
            assertThat(printed.out())
                    .containsPattern("basic predict \\(numeric class, " + kind + " predictors\\)\\.\\.\\.(yes|w)");
        }
        assertThat(printed.out())
                .contains("weighted instances classifier...yes", "serialVersionUID...yes", "toString...yes")
                .contains("missing predictor values (numeric class, numeric & nominal & date predictors)...yes");
        assertThat(printed.err()).doesNotContain("xception");
    }

    @Test
    void aSchemeThatPeeksAtTheClassFailsWekasCheckOfClassifiers() throws Exception {
        assertThat(complaints(checkClassifier(Peeking.class.getName())))
                .anyMatch(line -> line.startsWith("classifier ignores test instance class vals"));
    }

    /** The checks whose result should be "yes" but is not. On Weka's random data a model may be worse than the mean. */
    private static List<String> complaints(Printed printed) {
        return printed.out()
                .lines()
                .filter(line -> line.contains("..."))
                .filter(line -> !line.endsWith("...yes") && !line.endsWith("...warning: performs worse than ZeroR"))
                .filter(line -> !line.matches("(updateable|multi-instance) classifier\\.\\.\\.no"))
                .filter(line -> !line.matches(REFUSED + "\\.\\.\\.no \\(OK error message\\)"))
                .toList();
    }

    private static Printed checkOptions(String scheme) throws Exception {
        return Printed.by(() -> {
            CheckOptionHandler check = new CheckOptionHandler();
            check.setOptions(new String[] {"-W", scheme, "--", "-H", "3", "-lower-bound", "-5", "-output", "softplus"});
            check.doTests();
        });
    }

    private static Printed checkClassifier(String scheme) throws Exception {
        return Printed.by(() -> {
            CheckClassifier check = new CheckClassifier();
            check.setOptions(new String[] {"-W", scheme, "--", "-N", "100", "-H", "16"});
            check.doTests();
        });
    }

    /** A scheme that is wrong in a way that each of the tools checks. */
    public static final class Forgetful extends BoundedMLPRegressor {
        private static final long serialVersionUID = 1L;
        private int untold;

        /** A property that has no tool tip. */
        public int getUntold() {
            return untold;
        }

        /** Sets it. */
        public void setUntold(int value) {
            untold = value;
        }

        @Override
        public void setOptions(String[] options) throws Exception {
            super.setOptions(options);
            setHiddenSize(getHiddenSize() + 1);
        }
    }

    /** Predicts the class value of the row, which it should not know. */
    public static final class Peeking extends BoundedMLPRegressor {
        private static final long serialVersionUID = 1L;

        @Override
        public double classifyInstance(Instance instance) {
            return instance.classIsMissing() ? 0 : super.classifyInstance(instance) + 1;
        }
    }
}
