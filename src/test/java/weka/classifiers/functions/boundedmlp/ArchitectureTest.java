package weka.classifiers.functions.boundedmlp;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The layers: scheme, glue, network; each may use what lies below it, never what lies above. The windows stand on the glue, and
 * nothing stands on them.
 */
class ArchitectureTest {
    private static final String SCHEMES = "weka.classifiers.functions";
    private static final String GLUE = "weka.classifiers.functions.boundedmlp";
    private static final String NETWORK = "weka.classifiers.functions.boundedmlp.nn";

    private static final String WINDOWS = "weka.classifiers.functions.boundedmlp.plot";

    /** Ours alone: Weka has classes in the schemes' package, too, but in its own jar. */
    private static JavaClasses ours;

    @BeforeAll
    static void importClasses() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(SCHEMES);
    }

    @Test
    void everyLayerHasClassesAndThereIsNoOtherPlace() {
        assertThat(ours.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrder(SCHEMES, GLUE, NETWORK, WINDOWS);
        for (String layer : new String[] {SCHEMES, GLUE, NETWORK, WINDOWS}) {
            assertThat(ours.stream()
                            .filter(c -> c.getPackageName().equals(layer))
                            .map(JavaClass::getSimpleName)
                            .filter(name -> !name.equals("package-info")))
                    .as("classes of " + layer)
                    .isNotEmpty();
        }
    }

    @Test
    void theNetworkKnowsTheJdkOnly() {
        onlyTheJdk().check(ours);
    }

    @Test
    void theGlueKnowsTheNetworkAndWekaButNotTheSchemes() {
        classes()
                .that()
                .resideInAPackage(GLUE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.swing..", "org.jspecify..", "weka..")
                        .and(resideInAPackage(SCHEMES).negate().or(isOfWekaItself())))
                .check(ours);
    }

    @Test
    void theWindowsKnowWhatDrawsAndWhatLiesBelowThem() {
        classes()
                .that()
                .resideInAPackage(WINDOWS)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "javax.swing..", "org.jfree..", "org.jspecify..", "weka..")
                                .and(resideInAPackage(SCHEMES).negate().or(isOfWekaItself())))
                .check(ours);
    }

    @Test
    void nothingElseLoadsTheWindowsOrWhatDraws() {
        noClasses()
                .that()
                .resideOutsideOfPackage(WINDOWS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(WINDOWS, "org.jfree.."))
                .check(ours);
    }

    @Test
    void theSchemesKnowWhatLiesBelowThem() {
        classes()
                .that()
                .resideInAPackage(SCHEMES)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "weka.."))
                .check(ours);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("weka.classifiers.(**)").should().beFreeOfCycles().check(ours);
    }

    @Test
    void aBrokenRuleIsSeen() {
        // The glue breaks the network's rule: without this a rule that matches nothing would look kept.
        ArchRule broken =
                noClasses().that().resideInAPackage(GLUE).should().dependOnClassesThat(resideInAPackage(NETWORK));
        assertThatThrownBy(() -> broken.check(ours)).isInstanceOf(AssertionError.class);
        JavaClasses none = new ClassFileImporter().importPackages("weka.classifiers.functions.nowhere");
        assertThatThrownBy(() -> onlyTheJdk().check(none)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule onlyTheJdk() {
        return classes()
                .that()
                .resideInAPackage(NETWORK)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations", NETWORK));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> isOfWekaItself() {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "is not one of our schemes", c -> !ours.contain(c.getName()));
    }
}
