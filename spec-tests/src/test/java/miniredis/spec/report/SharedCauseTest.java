package miniredis.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedCauseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "known-mistake | null ($-1) and the empty string ($0) are two different replies | 1",
                "crash | panicked: index out of bounds, at resp.rs:41:13 | 1",
                "crash | NullPointerException, at Handler.read(Handler.java) | 1",
                "crash | the server stops: was ended by signal 11 (SIGSEGV), after: Every request gets one reply | 0",
                "crash | the server hangs: after: No client waits for another | 0",
            })
    void aCrashThatNamesNoPlaceIsEachServersOwn(String kind, String title, int shared) {
        assertThat(SharedCause.of(List.of(results("one", kind, title), results("other", kind, title))))
                .hasSize(shared);
    }

    private static Results results(String server, String kind, String title) {
        var cause = new Results.Cause(title, kind, "TCP-01", 1);
        return new Results(server, "", 4, false, "", List.of(cause), List.of(), "", true, "", List.of());
    }
}
