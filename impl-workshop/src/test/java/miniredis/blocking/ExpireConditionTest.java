package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("step4")
class ExpireConditionTest {
    private static final long MORTAL = 100;

    @Test
    void no_option_allows_everything() {
        assertThat(condition("").allows(Lifetimes.NEVER, 50)).isTrue();
        assertThat(condition("").allows(MORTAL, 50)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NX, true", "XX, false", "GT, false", "LT, true", "lt, true"})
    void a_key_without_a_lifetime(String options, boolean allowed) {
        assertThat(condition(options).allows(Lifetimes.NEVER, 50)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "NX, 101, false", "XX, 101, true", "XX, 99, true",
        "GT, 101, true", "GT, 100, false", "GT, 99, false",
        "LT, 101, false", "LT, 100, false", "LT, 99, true",
        "XX GT, 101, true", "XX LT, 101, false", "gt gt, 101, true"
    })
    void a_key_that_ends_at_100(String options, long end, boolean allowed) {
        assertThat(condition(options).allows(MORTAL, end)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NX XX", "NX GT", "LT NX", "NX GT LT"})
    void not_yet_and_already_exclude_each_other(String options) {
        assertThatThrownBy(() -> condition(options))
                .hasMessage("ERR NX and XX, GT or LT options at the same time are not compatible");
    }

    @Test
    void later_and_earlier_exclude_each_other() {
        assertThatThrownBy(() -> condition("GT LT"))
                .hasMessage("ERR GT and LT options at the same time are not compatible");
    }

    @Test
    void anything_else_is_unsupported() {
        assertThatThrownBy(() -> condition("NX FoO")).hasMessage("ERR Unsupported option FoO");
    }

    private static ExpireCondition condition(String options) {
        var words = options.isEmpty() ? List.<String>of() : List.of(options.split(" "));
        return ExpireCondition.parse(words.stream().map(Bytes::of).toList());
    }
}
