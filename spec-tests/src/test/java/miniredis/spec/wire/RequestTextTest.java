package miniredis.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words, and which of them are keys. */
class RequestTextTest {
    @Test
    void aKeyIsMarkedAndAllElseIsPlain() {
        var request = RequestText.parse("SMOVE key \"a b\" key \"c\" \"key\"");

        assertThat(words(request)).containsExactly("SMOVE", "a b", "c", "key");
        assertThat(request.keys()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void theWordKeyByItselfIsAWord() {
        var request = RequestText.parse("OBJECT key help");

        assertThat(words(request)).containsExactly("OBJECT", "key", "help");
        assertThat(request.keys()).isEmpty();
    }

    @Test
    void aKeyCanBeAsLongAsAValue() {
        var request = RequestText.parse("APPEND key 100 bytes 20 bytes");

        assertThat(request.words()).extracting(word -> word.length).containsExactly(6, 100, 20);
        assertThat(request.keys()).containsExactly(1);
    }

    private static List<String> words(RequestText request) {
        return request.words().stream()
                .map(word -> new String(word, StandardCharsets.ISO_8859_1))
                .toList();
    }
}
