package miniredis.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a program at home in a shell. */
@ResourceLock("standard output")
class ShellComfortsTest {
    @Test
    void theListCanBeReadByPrograms() {
        var list = JsonParser.parseString(output("list", "--json"))
                .getAsJsonObject()
                .getAsJsonArray("scenarios");

        assertThat(list).hasSize((int) Specification.load().scenarios().count());
        assertThat(list.get(0).getAsJsonObject().keySet()).contains("id", "title", "step", "level", "rule", "text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void eachShellIsToldOfCommandsOptionsAndIds(String shell) {
        assertThat(output("completion", shell)).contains("mini-redis-spec", "compare", "watch", "strict", "INCR-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "compare"})
    void exitCodesAreInTheHelp(String command) {
        assertThat(output(command, "--help")).contains("Exit codes: 0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "compare"})
    void bothWaysToJudgeAServerTakeTheSamePartsOfTheSpecification(String command) {
        assertThat(output(command, "--help")).contains("--step=N", "--area=NAME", "--strict");
    }

    @Test
    void theManualPageHasEveryCommand() {
        var page = output("man");

        assertThat(page).startsWith(".TH MINI-REDIS-SPEC 1");
        assertThat(page.lines().filter(line -> line.startsWith(".SH ")))
                .contains(".SH RUN", ".SH COMPARE", ".SH LIST", ".SH BOOK");
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|nf|fi).*"));
    }

    private static String output(String... arguments) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute(arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
