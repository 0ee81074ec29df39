package miniredis.spec.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "redis-server    | redis-server        | redis-server",
                "a b             | 'a b'               | \"a b\"",
                "it's            | 'it'\\''s'          | \"it's\"",
                "say \"it's\" now | 'say \"it'\\''s\" now' | 'say \"it''s\" now'",
            })
    void aWordIsQuotedForTheShellsOfTheSystem(String word, String posix, String windows) {
        assertEquals(posix, CommandWords.quote(word, false));
        assertEquals(windows, CommandWords.quote(word, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a b c          | a,b,c",
                "  a   b       | a,b",
                "'a b' c        | a b,c",
                "a' 'b          | a b",
                "say \"it's\" | say,it's",
                "'say \"no\"'  | say \"no\"",
                "a ''           | a,",
            })
    void aCommandIsSplitAsAShellWould(String command, String words) {
        assertEquals(List.of(words.split(",", -1)), CommandWords.split(command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "it's", "say \"no"})
    void aCommandThatIsNoneIsRefused(String command) {
        assertThrows(IllegalArgumentException.class, () -> CommandWords.split(command));
    }

    @Test
    void wordsThatAreJoinedAreSplitAgain() {
        var words = List.of("redis-server", "--save", "", "a b", "say \"no\"");

        assertEquals(
                words,
                CommandWords.split(words.stream()
                        .map(word -> CommandWords.quote(word, false))
                        .collect(java.util.stream.Collectors.joining(" "))));
    }
}
