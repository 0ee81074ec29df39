package miniredis.spec.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitDescriptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | exited with code 0",
                "7   | exited with code 7",
                "128 | exited with code 128",
                "129 | was killed by signal 1",
                "132 | was killed by signal 4 (SIGILL)",
                "134 | was killed by signal 6 (SIGABRT)",
                "135 | was killed by signal 7 (SIGBUS)",
                "136 | was killed by signal 8 (SIGFPE)",
                "137 | was killed by signal 9 (SIGKILL; out of memory?)",
                "139 | was killed by signal 11 (SIGSEGV)",
                "141 | was killed by signal 13 (SIGPIPE: a write to a client that had left)",
                "143 | was killed by signal 15 (SIGTERM)",
                "159 | was killed by signal 31",
                "160 | exited with code 160",
                "255 | exited with code 255",
                "-1  | exited with code -1",
            })
    void anExitValueIsACodeOrASignal(int exitValue, String words) {
        assertThat(ExitDescription.of(exitValue)).isEqualTo(words);
    }
}
