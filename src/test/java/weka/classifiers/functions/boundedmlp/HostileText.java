package weka.classifiers.functions.boundedmlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Good command lines and texts with errors that a typing mistake, a script or an attacker could make. */
final class HostileText {

    private static final List<String> INHERITED =
            List.of("output-debug-info", "do-not-check-capabilities", "num-decimal-places", "batch-size");

    private static final List<String> TOKENS = List.of(
            "",
            " ",
            "-",
            "--",
            "---",
            "-0",
            "-0.0",
            "+5",
            "--5",
            "0x10",
            "0x1p3",
            "-0x1p-1074",
            "1d",
            "1f",
            "08",
            "1_000",
            "1,5",
            "1.000,5",
            "1e999",
            "-1e999",
            "1e-999",
            "99999999999999999999",
            "0." + "9".repeat(400),
            "NaN",
            "-NaN",
            "Infinity",
            "-Infinity",
            "infinity",
            "inf",
            " 5 ",
            "5\n",
            "\t",
            "\n",
            "\u0000",
            "\u00a05",
            "\u0663",
            "\uff15",
            "\u2212" + "5",
            "\u00e9",
            "\u4e2d",
            "\ud83d\ude00",
            "\ud83d",
            "\u0130",
            "%s",
            "%n",
            "{}",
            "\\",
            "\"",
            "'",
            "true",
            "clamp ",
            "CLAMP",
            "softplus",
            "sigmoid",
            "masked",
            "adam",
            "sgd",
            "last",
            "leaky",
            "relu");

    private final Random random;
    private final List<String> vocabulary = new ArrayList<>(TOKENS);

    HostileText(long seed) {
        random = new Random(seed);
        for (OptionTable.Row row : OptionTable.ROWS) {
            vocabulary.add("-" + row.flag());
            vocabulary.addAll(row.good());
            vocabulary.addAll(row.outOfRange());
            vocabulary.addAll(row.unreadable());
        }
        INHERITED.forEach(flag -> vocabulary.add("-" + flag));
    }

    /** Good options, each at most once, whose combination may still be invalid. */
    List<String> goodLine() {
        List<String> line = new ArrayList<>();
        for (OptionTable.Row row : OptionTable.ROWS) {
            if (random.nextInt(4) == 0) {
                line.add("-" + row.flag());
                line.addAll(row.isFlag() ? List.of() : List.of(pick(row.good())));
            }
        }
        if (random.nextInt(4) == 0) {
            line.add("-" + INHERITED.get(random.nextInt(2)));
        }
        if (random.nextInt(4) == 0) {
            line.addAll(List.of("-" + INHERITED.get(2 + random.nextInt(2)), "" + random.nextInt(9)));
        }
        return line;
    }

    /** Good options with up to four errors. */
    List<String> line() {
        List<String> line = goodLine();
        for (int accident = random.nextInt(5); accident > 0; accident--) {
            int at = random.nextInt(line.size() + 1);
            int from = random.nextInt(line.size() + 1);
            switch (random.nextInt(6)) {
                case 0 -> line.add(at, token());
                case 1 ->
                    line.subList(Math.min(at, from), Math.min(line.size(), Math.min(at, from) + 1))
                            .clear();
                case 2 -> line.addAll(at, List.copyOf(line.subList(Math.min(at, from), Math.max(at, from))));
                case 3 -> line.replaceAll(token -> random.nextInt(4) == 0 ? token() : token);
                case 4 -> line.addAll(goodLine());
                default -> line.replaceAll(token -> random.nextInt(4) == 0 ? damaged(token) : token);
            }
        }
        return line;
    }

    /** A single text. */
    String token() {
        String token = pick(vocabulary);
        return random.nextInt(4) == 0 ? damaged(token) : token;
    }

    private String damaged(String token) {
        int at = random.nextInt(token.length() + 1);
        return switch (random.nextInt(4)) {
            case 0 -> token.substring(0, at);
            case 1 -> token.substring(0, at) + (char) random.nextInt(Character.MAX_VALUE + 1) + token.substring(at);
            case 2 -> token.substring(0, at) + pick(TOKENS) + token.substring(at);
            default -> {
                char[] letters = token.toCharArray();
                Arrays.sort(letters, at, letters.length);
                yield new String(letters);
            }
        };
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
