package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Git on Windows would write other line ends, with which scripts fail and files differ that are compared. */
class LineEndsTest {

    @Test
    void everyTextFileIsCheckedOutWithTheLineEndsOfUnix() throws Exception {
        assumeTrue(Files.exists(Path.of(".git")), "no repository");
        Process git = new ProcessBuilder("git", "ls-files", "--eol")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        // such as "i/lf    w/lf    attr/text=auto eol=lf  README.md"; a binary file has i/-text
        assertThat(listed.lines().filter(file -> !file.startsWith("i/-text")))
                .isNotEmpty()
                .allMatch(file -> file.startsWith("i/lf") || file.startsWith("i/none"))
                .allMatch(file -> file.contains("eol=lf"));
        assertThat(listed.lines().filter(file -> file.matches(".*\\.(model|png)")))
                .isNotEmpty()
                .allMatch(file -> file.startsWith("i/-text") && file.contains("attr/-text"));
    }
}
