package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @Test
    void theDefaultsAreRedisOnLoopback() {
        assertThat(CommandLine.parse()).isEqualTo(new CommandLine("127.0.0.1", 6379));
    }

    @Test
    void hostAndPort() {
        assertThat(CommandLine.parse("--port", "0", "--host", "localhost")).isEqualTo(new CommandLine("localhost", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "--port, --port needs a value",
        "--port x, 'x'",
        "--port 65536, 65535",
        "--port -1, '-1'",
        "--foo, --foo"
    })
    void mistakesAreNamed(String line, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse(line.split(" ")))
                .withMessageContaining(named);
    }
}
