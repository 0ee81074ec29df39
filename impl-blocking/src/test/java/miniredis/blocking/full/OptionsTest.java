package miniredis.blocking.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void by_default_only_this_machine_can_connect() {
        assertThat(Options.parse()).isEqualTo(new Options("127.0.0.1", 6379, 0, 10_000, OptionalInt.empty(), false));
    }

    @Test
    void host_and_port_can_be_chosen() {
        assertThat(Options.parse("--port", "0", "--host", "0.0.0.0"))
                .isEqualTo(new Options("0.0.0.0", 0, 0, 10_000, OptionalInt.empty(), false));
    }

    @Test
    void memory_is_written_as_in_Redis() {
        assertThat(Options.parse("--maxmemory", "64MB").maxMemory()).isEqualTo(64 << 20);
        assertThat(Options.parse("--maxmemory", "1k").maxMemory()).isEqualTo(1000);
        assertThat(Options.parse("--maxmemory", "017b").maxMemory()).isEqualTo(17);
    }

    @Test
    void asking_for_help_is_no_mistake() {
        assertThat(Options.parse("--help").help()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port",
                "--host",
                "--verbose",
                "6379",
                "--port abc",
                "--port -1",
                "--port 65536",
                "--maxmemory 1.5gb",
                "--maxmemory -1",
                "--maxclients 0"
            })
    void anything_else_is_refused(String commandLine) {
        assertThatThrownBy(() -> Options.parse(commandLine.split(" "))).isInstanceOf(IllegalArgumentException.class);
    }
}
