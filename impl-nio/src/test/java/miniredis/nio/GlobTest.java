package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "news, news, true",
        "n*s, ns, true",
        "n*s, newsx, false",
        "*, '', true",
        "'', a, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "[ab]c, bc, true",
        "[^ab]c, cc, true",
        "[^ab]c, ac, false",
        "[c-a]x, bx, true",
        "[\\]]x, ]x, true",
        "a\\*c, a*c, true",
        "a\\*c, abc, false",
        "*b*d*, aabbcc, false"
    })
    void matches_as_redis_does(String pattern, String text, boolean expected) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(expected);
    }

    @Test
    void a_pattern_of_many_stars_takes_no_time() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Glob.matches("*a".repeat(50) + "b", "a".repeat(5000)))
                        .isFalse());
    }
}
