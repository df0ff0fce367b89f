package weka.classifiers.functions.boundedmlp;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.architecture.Circle;
import weka.classifiers.functions.boundedmlp.architecture.Family;

/** Which packages there are, what each may use, and that no class depends on itself through others. */
class ArchitectureTest {
    private static final String SCHEME = "weka.classifiers.functions";
    private static final String OURS = SCHEME + ".boundedmlp.";

    /** For each package, those of our other packages that it may use. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("nn.output", List.of()),
            Map.entry("nn.kernels", List.of()),
            Map.entry("nn", List.of("nn.output", "nn.kernels")),
            Map.entry("nn.rows", List.of("nn", "nn.output", "nn.kernels")),
            Map.entry("nn.intervals", List.of("nn", "nn.output", "nn.rows")),
            Map.entry("nn.backprop", List.of("nn", "nn.output", "nn.kernels", "nn.rows")),
            Map.entry("nn.training", List.of("nn", "nn.output", "nn.kernels", "nn.rows", "nn.backprop")),
            Map.entry("saved", List.of()),
            Map.entry("explorer", List.of()),
            Map.entry("options", List.of("nn", "nn.output", "saved")),
            Map.entry("data", List.of("nn", "nn.output", "nn.rows")),
            Map.entry("progress", List.of("data", "nn", "nn.output", "nn.rows", "nn.training")),
            Map.entry(
                    "model",
                    List.of(
                            "data",
                            "progress",
                            "saved",
                            "explorer",
                            "nn",
                            "nn.output",
                            "nn.rows",
                            "nn.training",
                            "nn.intervals")),
            Map.entry("export", List.of("model", "data", "nn", "nn.output", "nn.intervals")),
            Map.entry("plot", List.of("export", "explorer", "options", "nn.output"))));

    /** Only our classes: Weka also has classes in the scheme's package, but in its own jar. */
    private static JavaClasses ours;

    @BeforeAll
    static void importClasses() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(SCHEME);
    }

    @Test
    void theClassesAreInThesePackages() {
        assertThat(ours.stream()
                        .filter(c -> !c.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackageName)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(packages());
    }

    @Test
    void eachPackageUsesOnlyThoseBelowIt() {
        MAY_USE.forEach((name, others) -> usesOnly(name, others).check(ours));
    }

    @Test
    void theMathematicsKnowsTheJdkOnly() {
        for (String name : MAY_USE.keySet()) {
            if (name.equals("nn") || name.startsWith("nn.")) {
                knowsOnly(name, "java..", "org.jspecify.annotations", OURS + "nn..")
                        .check(ours);
            }
        }
    }

    @Test
    void onlyTheWindowsKnowWhatDrawsThem() {
        String[] libraries = {"java..", "javax.swing..", "org.jspecify..", "weka.."};
        for (String name : MAY_USE.keySet()) {
            String[] known = name.equals("plot")
                    ? Stream.concat(Stream.of("org.jfree.."), Arrays.stream(libraries))
                            .toArray(String[]::new)
                    : libraries;
            knowsOnly(name, known).check(ours);
        }
        classes()
                .that()
                .resideInAPackage(SCHEME)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "weka..")
                        .and(resideInAnyPackage(OURS + "plot").negate().or(notOurs())))
                .check(ours);
    }

    @Test
    void noClassDependsOnItselfByWayOfOthers() {
        slices().assignedFrom(new Families()).should().beFreeOfCycles().check(ours);
    }

    @Test
    void noPackageDependsOnItselfByWayOfOthers() {
        slices().matching("weka.classifiers.(**)").should().beFreeOfCycles().check(ours);
    }

    /** NullAway silently skips code that is not marked. */
    @Test
    void allCodeIsCheckedForNull() {
        assertThat(unmarked(ours)).isEmpty();
    }

    @Test
    void aBrokenRuleIsSeen() {
        assertThatThrownBy(() -> usesOnly("nn.training", List.of("nn")).check(ours))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nn.backprop");
        assertThatThrownBy(() -> knowsOnly("plot", "java..").check(ours)).isInstanceOf(AssertionError.class);
        // a rule that matches no class would seem to hold
        assertThatThrownBy(() -> usesOnly("nowhere", List.of()).check(ours)).isInstanceOf(AssertionError.class);
        assertThat(unmarked(new ClassFileImporter().importClasses(Circle.class)))
                .containsExactly(Circle.class.getName());
    }

    @Test
    void aCycleIsSeenUnlessItIsASealedFamily() {
        ArchRule noCycles = slices().assignedFrom(new Families()).should().beFreeOfCycles();
        JavaClasses circle = new ClassFileImporter().importPackagesOf(Circle.class);
        assertThatThrownBy(() -> noCycles.check(circle))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Circle")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(Family.class.getSimpleName()));
    }

    private static List<String> packages() {
        List<String> names = new ArrayList<>(List.of(SCHEME));
        MAY_USE.keySet().forEach(name -> names.add(OURS + name));
        return names;
    }

    private static ArchRule usesOnly(String name, List<String> others) {
        String[] allowed = Stream.concat(Stream.of(name), others.stream())
                .map(other -> OURS + other)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(OURS + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(notOurs()));
    }

    private static ArchRule knowsOnly(String name, String... packages) {
        return classes()
                .that()
                .resideInAPackage(OURS + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages));
    }

    private static DescribedPredicate<JavaClass> notOurs() {
        return describe(
                "are not ours", c -> !ours.contain(c.getBaseComponentType().getName()));
    }

    /** The names of classes that are not marked, neither themselves nor by their package. */
    private static List<String> unmarked(JavaClasses classes) {
        return classes.stream()
                .map(ArchitectureTest::topLevel)
                .distinct()
                .filter(c ->
                        !c.isAnnotatedWith(NullMarked.class) && !c.getPackage().isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith(".package-info"))
                .toList();
    }

    private static JavaClass topLevel(JavaClass javaClass) {
        return javaClass.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(javaClass);
    }

    /** Each top-level class is a slice of its own. A sealed interface and its permitted classes are one slice. */
    private static final class Families implements SliceAssignment {

        @Override
        public String getDescription() {
            return "top-level classes and sealed families";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            if (!javaClass.getPackageName().startsWith(SCHEME)
                    || javaClass.getName().contains("package-info")) {
                return SliceIdentifier.ignore();
            }
            JavaClass top = topLevel(javaClass);
            return SliceIdentifier.of(top.getRawInterfaces().stream()
                    .filter(parent -> parent.reflect().isSealed())
                    .findFirst()
                    .orElse(top)
                    .getName());
        }
    }
}
