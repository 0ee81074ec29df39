package miniredis.blocking.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import miniredis.blocking.Bytes;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "news, news, true",
        "news, newss, false",
        "n*s, ns, true",
        "n*s, news, true",
        "n*s, newsx, false",
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "[ab]c, bc, true",
        "[ab]c, cc, false",
        "[^ab]c, cc, true",
        "[a-c]x, bx, true",
        "[c-a]x, bx, true",
        "[\\]]x, ]x, true",
        "a\\*c, a*c, true",
        "a\\*c, abc, false",
        "*b*c*, aabbcc, true",
        "*b*d*, aabbcc, false",
        "[ab, a, true",
        "[ab, c, false",
        "a\\, a\\, true"
    })
    void matches_as_redis_does(String pattern, String text, boolean expected) {
        assertThat(Glob.matches(Bytes.of(pattern), Bytes.of(text))).isEqualTo(expected);
    }

    @Test
    void a_pattern_of_many_stars_takes_no_time() {
        var pattern = Bytes.of("*a".repeat(50) + "b");
        var text = Bytes.of("a".repeat(5000));

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Glob.matches(pattern, text)).isFalse());
    }
}
