package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.converters.ArffSaver;

/**
 * Weka's command line with heap sizes from too small to large enough. Each run trains, saves and predicts, or says in
 * one sentence that there is not enough memory and leaves no file.
 */
class SmallHeapTest {

    /** In megabytes; Weka alone needs about ten. */
    private static final int SMALLEST = 24;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path data;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path model;

    @BeforeEach
    void writeData() throws Exception {
        data = folder.resolve("data.arff");
        model = folder.resolve("large.model");
        ArffSaver saver = new ArffSaver();
        saver.setInstances(Schemes.mixed(60, 1));
        saver.setFile(new File(data.toString()));
        saver.writeBatch();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-H 30000 -N 1 -bins 0 -members 1", "-H 60000 -N 1 -V 0 -members 1 -resume"})
    void trainingSucceedsOrIsRefusedInOneSentence(String options) throws Exception {
        int refused = 0;
        String lastRefusal = "";
        int trained = 0;
        for (int megabytes = SMALLEST; megabytes < 30 * SMALLEST && trained < 2; megabytes += megabytes / 4) {
            Files.deleteIfExists(model);
            Printed printed = train(megabytes, options);
            if (printed.err().isEmpty()) {
                trained++;
                assertThat(printed.out()).contains("Root mean squared error");
                assertPredicts(megabytes);
            } else {
                refused++;
                lastRefusal = printed.err();
                assertThat(printed.err())
                        .matches(
                                "All of the heap's [\\d,]+ bytes were used up; start Java with a larger heap \\(-Xmx\\)\\.\\s*|Training on 60 rows of 6 inputs with hiddenSize \\d+ and members 1( and resume)? needs about [\\d,]+ bytes of memory,"
                                        + " but only [\\d,]+ of the heap's [\\d,]+ are free; start Java with a larger heap"
                                        + " \\(-Xmx\\)\\.\\s*");
                assertThat(printed.out()).isEmpty();
                assertThat(model).doesNotExist();
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(2);
        assertThat(lastRefusal.contains(" and resume ")).isEqualTo(options.endsWith("-resume"));
        assertThat(trained).isEqualTo(2);
    }

    /** The size of a file does not matter where Weka reads it row by row and keeps nothing. */
    @Test
    void aFileLargerThanTheHeapIsPredictedRowByRowOrRefusedInOneSentence() throws Exception {
        String header = "@relation large\n@attribute a numeric\n@attribute b numeric\n@attribute y numeric\n@data\n";
        Files.writeString(data, header + "1,2,3\n4,5,6\n7,8,9\n".repeat(20));
        String options = "-no-cv -o -N 1 -H 2 -t " + data + " -d " + model;
        assertThat(weka(SMALLEST, List.of(options.split(" "))).err()).isEmpty();
        Path arff = folder.resolve("large.arff");
        Path csv = folder.resolve("large.csv");
        int rows = 600_000;
        String row = "0.12345678901234,0.12345678901234,0.12345678901234\n";
        assertThat((long) rows * row.length()).isGreaterThan(SMALLEST << 20);
        Files.writeString(arff, header + row.repeat(rows));
        Files.writeString(csv, "a,b,y\n" + row.repeat(rows));

        String usedUp = "All of the heap's [\\d,]+ bytes were used up; start Java with a larger heap \\(-Xmx\\)";
        for (Path file : List.of(arff, csv)) {
            Printed trained = weka(SMALLEST, List.of("-t", file.toString(), "-no-cv"));
            assertThat(trained.err()).as("training on %s", file).matches(usedUp + "\\.\\s*");

            List<String> test = List.of("-l", model.toString(), "-o", "-T", file.toString());
            assertThat(weka(SMALLEST, test).err())
                    .as("testing on %s", file)
                    .matches(usedUp + ", or give -no-predictions: without it Weka keeps each prediction\\.\\s*");

            List<String> keepingNothing = new ArrayList<>(test);
            keepingNothing.add("-no-predictions");
            Printed tested = weka(SMALLEST, keepingNothing);
            assertThat(tested.err())
                    .as("testing on %s without keeping predictions", file)
                    .isEmpty();
            assertThat(tested.out()).containsPattern("Total Number of Instances\\s+" + rows);
        }
    }

    private Printed train(int megabytes, String options) throws Exception {
        List<String> line = new ArrayList<>(List.of(options.split(" ")));
        line.addAll(List.of("-t", data.toString(), "-c", "3", "-no-cv", "-o", "-d", model.toString()));
        return weka(megabytes, line);
    }

    private void assertPredicts(int megabytes) throws Exception {
        Printed printed = weka(megabytes, List.of("-l", model.toString(), "-T", data.toString(), "-c", "3", "-o"));
        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).contains("Root mean squared error");
    }

    private Printed weka(int megabytes, List<String> options) throws Exception {
        List<String> command = new ArrayList<>(List.of("weka.Run", BoundedMLPRegressor.class.getName()));
        command.addAll(options);
        return JavaProcess.run(folder, List.of("-Xmx" + megabytes + "m"), command.toArray(String[]::new));
    }
}
