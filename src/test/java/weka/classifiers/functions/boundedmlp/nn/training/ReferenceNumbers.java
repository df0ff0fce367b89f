package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;

/** Matrices by name, as src/test/python/reference.py prints them: a line "name rows columns", then a line per row. */
record ReferenceNumbers(Map<String, double[][]> matrices) {

    /** The numbers committed with the tests. */
    static ReferenceNumbers committed() throws IOException {
        try (InputStream stream = ReferenceNumbers.class.getResourceAsStream("/reference/nn/numbers.txt")) {
            return parse(new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static ReferenceNumbers parse(String text) {
        Map<String, double[][]> matrices = new LinkedHashMap<>();
        try (Scanner words = new Scanner(text)) {
            while (words.hasNext()) {
                String name = words.next();
                double[][] matrix = new double[Integer.parseInt(words.next())][Integer.parseInt(words.next())];
                for (double[] row : matrix) {
                    for (int j = 0; j < row.length; j++) {
                        row[j] = Double.parseDouble(words.next());
                    }
                }
                matrices.put(name, matrix);
            }
        }
        return new ReferenceNumbers(matrices);
    }

    double[][] matrix(String name) {
        return Objects.requireNonNull(matrices.get(name), name);
    }

    double[] column(String name) {
        double[][] matrix = matrix(name);
        double[] column = new double[matrix.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = matrix[i][0];
        }
        return column;
    }

    double number(String name) {
        return matrix(name)[0][0];
    }
}
