package weka.classifiers.functions.boundedmlp.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Statements of Java source, spread over as many nested classes as it takes. Java limits the code of a method to 64 KB
 * and the constants of a class to 65,535, which three thousand attributes already reach.
 */
final class SourceParts {

    /**
     * The largest number of constants in one class. Each takes two entries of the class file at most, and up to a dozen
     * bytes of code.
     */
    private static final int MOST_CONSTANTS = 2_500;

    private final String name;
    private final String parameters;
    private final List<StringBuilder> classes = new ArrayList<>();
    private int constants = MOST_CONSTANTS;

    /**
     * Creates parts without statements.
     *
     * @param name the beginning of the names of the classes
     * @param parameters the declaration of the variables that the statements use
     */
    SourceParts(String name, String parameters) {
        this.name = name;
        this.parameters = parameters;
    }

    /**
     * Adds a statement.
     *
     * @param statement the statement without its semicolon
     * @param constantCount the number of constants in it
     */
    void add(String statement, int constantCount) {
        if (constants + constantCount > MOST_CONSTANTS) {
            classes.add(new StringBuilder());
            constants = 0;
        }
        constants += constantCount;
        classes.get(classes.size() - 1).append("      ").append(statement).append(";\n");
    }

    /**
     * {@return the calls that run all statements in their order}
     *
     * @param arguments the values of the parameters
     */
    List<String> calls(String arguments) {
        return IntStream.range(0, classes.size())
                .mapToObj(i -> name + i + ".run(" + arguments + ");")
                .toList();
    }

    /** {@return the nested classes, each with a method of some statements} */
    String classes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < classes.size(); i++) {
            text.append("\n  private static final class ")
                    .append(name)
                    .append(i)
                    .append(" {\n");
            text.append("    static void run(").append(parameters).append(") {\n");
            text.append(classes.get(i)).append("    }\n  }\n");
        }
        return text.toString();
    }
}
