package weka.classifiers.functions.boundedmlp.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void aRatioMustBeAtLeastItsLimit() {
        assertThat(Target.atLeast("peer", 6, 6, "x").reached()).isTrue();
        assertThat(Target.atLeast("peer", 6.1, 6, "x").reached()).isTrue();
        assertThat(Target.atLeast("peer", 5.999, 6, "x").reached()).isFalse();
    }

    @Test
    void aTimeMustBeAtMostItsLimit() {
        assertThat(Target.atMost("cold", 0.5, 0.5, " s").reached()).isTrue();
        assertThat(Target.atMost("cold", 0.4, 0.5, " s").reached()).isTrue();
        assertThat(Target.atMost("cold", 0.501, 0.5, " s").reached()).isFalse();
    }

    @Test
    void whatWasNotMeasuredIsNotReachedAndSaysSo() {
        Target target = Target.atLeast("peer", Double.NaN, 6, "x");

        assertThat(target.reached()).isFalse();
        assertThat(target.outcome()).isEqualTo("not measured");
        assertThat(target.verdict()).isEqualTo("–");
    }

    @Test
    void itIsShownWithThreeDigitsAndItsUnit() {
        Target target = Target.atLeast("peer", 12.3456, 2.5, "x");

        assertThat(target.outcome()).isEqualTo("12.3x");
        assertThat(target.wanted()).isEqualTo("at least 2.5x");
        assertThat(target.verdict()).isEqualTo("yes");
        assertThat(Target.atMost("cold", 0.71, 0.5, " s").verdict()).isEqualTo("NO");
        assertThat(Target.rounded(Double.NaN)).isEqualTo("–");
    }

    @Test
    void theReportListsTargetsBehindTheText() {
        SectionReport report = new SectionReport("Heading");
        report.paragraph("Words.");
        report.target(Target.atMost("cold", 0.25, 0.5, " s"));

        assertThat(report.text()).isEqualTo("""
                        ## Heading

                        Words.

                        | Target |        wanted | measured | reached |
                        |--------|--------------:|---------:|--------:|
                        | cold   | at most 0.5 s |   0.25 s |     yes |
                        """);
    }
}
