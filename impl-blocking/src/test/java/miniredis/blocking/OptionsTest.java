package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("step1")
class OptionsTest {
    @Test
    void by_default_only_this_machine_can_connect() {
        assertThat(Options.parse()).isEqualTo(new Options("127.0.0.1", 6379, OptionalInt.empty()));
    }

    @Test
    void host_and_port_can_be_chosen() {
        assertThat(Options.parse("--port", "0", "--host", "0.0.0.0"))
                .isEqualTo(new Options("0.0.0.0", 0, OptionalInt.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--host", "--verbose", "6379", "--port abc", "--port -1", "--port 65536"})
    void anything_else_is_refused(String commandLine) {
        assertThatThrownBy(() -> Options.parse(commandLine.split(" "))).isInstanceOf(IllegalArgumentException.class);
    }
}
