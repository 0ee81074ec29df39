package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import miniredis.spec.i18n.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each file that can't be played is named with its line, and what to do; all in one message. */
class FeatureSourceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Scenario: x; When a client sends PING                               | 2 | has no id
            @low-1; Scenario: x; When a client sends PING                       | 3 | has no id
            @OWN-01 @OWN-02; Scenario: x; When a client sends PING              | 3 | more than one id
            @OWN-01; Scenario: x                                                | 3 | has no steps
            @INCR-03; Scenario: x; When a client sends PING                     | 3 | INCR-03 is already used by features/3-commands/5-incr.feature:
            @OWN-01; Scenario: x; When a client pushes "x"                      | 4 | No phrase matches: a client pushes "x"
            @OWN-01; Scenario: x; When a client sends PING; Then the reply is 5 | 5 | No phrase matches: the reply is 5
            @OWN-01; Scenario: x; When a client sends PING; Then the replies are: | 5 | needs a table
            @OWN-01; Scenario: x; When a client sends the bytes:; * a b *       | 4 | needs a block
            @OWN-01; Scenario: x; When a client sends the bytes:                | 4 | needs a block
            @OWN-01; Scenario: x; When a client sends PING; * a *               | 4 | Nothing may be written below
            @OWN-01; Scenario: x; When a client sends PING; Then the replies are:; * a * b * | 5 | of one column
            @OWN-01 @step2; Scenario: x; When a client sends PING               | 2 | The step of a feature is one tag
            @OWN-01; Scenario Outline: x; When a client sends PING; Examples:; * n * | 3 | has no examples
            @OWN-01; Scenario: x; When a client sends PING; hello               | 5 | Gherkin can't read this: 'hello'
            """)
    void aFaultIsNamedWithItsLine(String lines, int line, String what) throws IOException {
        var file = write("bad.feature", "Feature: bad; " + lines.replace('*', '|'));

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("%s:%d: ".formatted(file, line))
                .contains(what);
    }

    @Test
    void aFileWithoutAFeatureIsNamed() throws IOException {
        var file = write("empty.feature", "# later");

        assertThat(faults()).singleElement().asString().startsWith(file + ":1: This file has no feature");
    }

    @Test
    void aSecondTagOfAStepIsOneTooMany() throws IOException {
        var file = write("steps.feature", "@step2 @step3; Feature: x");

        assertThat(faults()).singleElement().asString().startsWith(file + ":1: The step of a feature is one tag");
    }

    @Test
    void allFaultsOfAllFilesAreSaidAtOnceInReadingOrder() throws IOException {
        var scenario = "@OWN-01; Scenario: x; When a client sends PING";
        var a = write("a.feature", "Feature: a; " + scenario + "; When nobody sends anything");
        var b = write("b.feature", "Feature: b; " + scenario);
        var c = write("c.feature", "Feature: c; " + scenario + "; " + scenario + "; hello");
        var d = write(
                "d.feature", "Feature: d; Scenario Outline: y; Given a client sends <it>; Examples:; |it|; |PING|");

        assertThat(faults())
                .extracting(line -> line.replaceAll("(:\\d+): .*", "$1"))
                .containsExactly(a + ":5", b + ":3", c + ":8", d + ":2");
    }

    @Test
    void aFolderThatIsNotThereOrEmptyIsSaidSo() {
        assertThatThrownBy(new FeatureSource(Optional.of(folder.resolve("none")), false)::read)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(new FeatureSource(Optional.of(folder), false)::read)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("No feature file found in " + folder);
        assertThatThrownBy(new FeatureSource(Optional.empty(), true)::read)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--features-only");
    }

    @Test
    void aCommandIsAskedForByRequestsThatShouldSucceed() throws IOException {
        write("a.feature", """
                Feature: a
                @OWN-01
                Scenario: x
                When a client sends LPUSH key "a"
                Then the reply is an error
                And a client sends these commands together:
                | lpush key "a" "b" |
                | LRANGE key "a" 0  |
                And the replies are:
                | the integer 1      |
                | the error "ERR ¦ " |
                And 2 clients, all at once, each send LLEN key "a" 3 times
                """.replace("¦", "x"));
        var scenario = new FeatureSource(Optional.of(folder), true)
                .read()
                .scenarios()
                .findFirst()
                .orElseThrow();

        assertThat(SentRequest.by(scenario))
                .extracting(request -> request.command() + " " + request.shouldSucceed())
                .containsExactly("LPUSH false", "LPUSH true", "LRANGE false", "LLEN true");
    }

    private Path write(String name, String lines) throws IOException {
        return Files.writeString(folder.resolve(name), lines.replaceAll("; ?", "\n") + "\n");
    }

    private List<String> faults() {
        try {
            new FeatureSource(Optional.of(folder), false).read();
            return List.of();
        } catch (UsageException faulty) {
            return Arrays.stream(String.valueOf(faulty.getMessage()).split("\n"))
                    .filter(line -> !line.startsWith("  "))
                    .toList();
        }
    }
}
