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
import picocli.AutoComplete;

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

    /** The archive has this text in a file; see Dist. */
    @Test
    void completionKnowsCommandsOptionsAndIds() {
        assertThat(AutoComplete.bash("mini-redis-spec", Main.commandLine()))
                .contains("mini-redis-spec", "compare", "--watch", "--strict", "INCR-03");
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
