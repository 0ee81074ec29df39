package miniredis.spec.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
