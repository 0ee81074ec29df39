package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void theDefaultsAreRedisOnLoopback() {
        assertThat(CommandLine.parse())
                .isEqualTo(new CommandLine("127.0.0.1", 6379, 0, 10_000, OptionalInt.empty(), false));
    }

    @Test
    void hostAndPort() {
        assertThat(CommandLine.parse("--port", "0", "--host", "localhost"))
                .isEqualTo(new CommandLine("localhost", 0, 0, 10_000, OptionalInt.empty(), false));
    }

    @Test
    void limitsAndHelp() {
        assertThat(CommandLine.parse("--maxmemory", "2MB", "--maxclients", "5"))
                .isEqualTo(new CommandLine("127.0.0.1", 6379, 2 << 20, 5, OptionalInt.empty(), false));
        assertThat(CommandLine.parse("--help").help()).isTrue();
    }

    /** As redis-server 7.0 takes them. */
    @ParameterizedTest
    @CsvSource({"64mb, 67108864", "64MB, 67108864", "1k, 1000", "2Kb, 2048", "3g, 3000000000", "100b, 100", "017, 17"})
    void sizesOfMemory(String text, long bytes) {
        assertThat(MemorySize.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5gb", "10%", "x", "1 mb", "5kib", "mb"})
    void noSizesOfMemory(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MemorySize.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "--port, --port needs a value",
        "--port x, 'x'",
        "--port 65536, 65535",
        "--port -1, '-1'",
        "--maxmemory lots, 'lots'",
        "--maxmemory -1, '-1'",
        "--maxclients 0, '0'",
        "--maxclients, --maxclients needs a value",
        "--foo, --foo"
    })
    void mistakesAreNamed(String line, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse(line.split(" ")))
                .withMessageContaining(named);
    }
}
