package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import weka.core.Instances;

class OneHotTest {
    private static final float NONE = Float.NaN;

    @Test
    void eachLabelHasAColumnAndWhatIsMissingIsNotANumber() throws Exception {
        Instances data = new Instances(new StringReader("""
                @relation r
                @attribute colour {red,green,blue}
                @attribute y numeric
                @attribute a numeric
                @attribute yes {no,yes}
                @data
                green,9,2.5,yes
                ?,9,?,no
                red,?,-1,?
                """));
        data.setClassIndex(1);
        OneHot encoding = new OneHot(data);
        assertThat(encoding.columns()).isEqualTo(6);
        assertThat(encoding.matrix(data))
                .containsExactly(
                        0, 1, 0, 2.5f, 0, 1, // green
                        NONE, NONE, NONE, NONE, 1, 0, // unknown
                        1, 0, 0, -1, NONE, NONE); // red
    }
}
