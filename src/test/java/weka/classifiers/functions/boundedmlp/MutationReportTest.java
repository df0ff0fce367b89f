package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which survivors of the mutation tests count as explained. */
class MutationReportTest {

    private static final List<String> REPORT = List.of(
            "<mutations>",
            mutation(true, "Adam", "update", "MathMutator"),
            mutation(false, "Adam", "&lt;init&gt;", "MathMutator"),
            mutation(false, "Workers$Work", "lambda$await$3", "returns.NullReturnValsMutator"),
            mutation(false, "Workers$Work", "await", "returns.NullReturnValsMutator"),
            mutation(false, "Sgd", "step", "RemoveConditionalMutator_ORDER_ELSE"),
            "</mutations>");

    @Test
    void allSurvivorsCanBeExplained(@TempDir Path folder) throws Exception {
        assertThat(compare(
                        folder,
                        "# A title",
                        "- `Adam.new` Math: why.",
                        "- `Workers.Work.await` NullReturnVals x2: why.",
                        "Some text.",
                        "- `Sgd.step` RemoveConditional_ORDER_ELSE: why."))
                .isEqualTo("4 mutants survived, and survivors.md explains all of them.");
    }

    @Test
    void aSurvivorThatIsNotExplainedFailsTheBuildAndIsNamed(@TempDir Path folder) {
        assertThatThrownBy(
                        () -> compare(folder, "- `Adam.new` Math: why.", "- `Workers.Work.await` NullReturnVals: why."))
                .isInstanceOf(MutationReport.UnexplainedSurvivors.class)
                .hasMessage("No test notices these mutants, and survivors.md does not explain them: "
                        + "`Sgd.step` RemoveConditional_ORDER_ELSE x1, `Workers.Work.await` NullReturnVals x1.");
    }

    @Test
    void aLineWithoutAReasonExplainsNothing(@TempDir Path folder) {
        assertThatThrownBy(() -> compare(folder, "- `Adam.new` Math: ")).hasMessageContaining("`Adam.new` Math x1");
    }

    @Test
    void whatIsExplainedButKilledIsNamed(@TempDir Path folder) throws Exception {
        assertThat(compare(
                        folder,
                        "- `Adam.new` Math: why.",
                        "- `Adam.update` Math x3: why.",
                        "- `Workers.Work.await` NullReturnVals x2: why.",
                        "- `Sgd.step` RemoveConditional_ORDER_ELSE x2: why."))
                .endsWith(" It also explains these, which were killed: "
                        + "`Adam.update` Math x3, `Sgd.step` RemoveConditional_ORDER_ELSE x1.");
    }

    private static String compare(Path folder, String... list) throws Exception {
        return MutationReport.compare(
                Files.write(folder.resolve("mutations.xml"), REPORT),
                Files.write(folder.resolve("survivors.md"), List.of(list)));
    }

    private static String mutation(boolean detected, String type, String method, String mutator) {
        return "<mutation detected='" + detected + "'><mutatedClass>some." + type + "</mutatedClass><mutatedMethod>"
                + method + "</mutatedMethod><mutator>org.pitest." + mutator + "</mutator></mutation>";
    }
}
