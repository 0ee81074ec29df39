package miniredis.spec.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does differently, in a form that is the same for the same server. */
class DifferencesTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheRuleTheExampleAndTheBytesWithoutWhatIsRandom() throws IOException {
        Files.writeString(folder.resolve("results.json"), """
                {"server": "old", "command": "x", "causes": [{"title": "t", "kind": "broken-rule", "first": "INCR-01", "scenarios": 1}],
                 "scenarios": [
                  {"id": "SET-01", "title": "Fine", "step": 3, "level": "plain", "status": "passed", "rule": "A"},
                  {"id": "INCR-01", "title": "A key counts", "step": 3, "level": "exact", "status": "failed", "rule": "INCR adds one",
                   "evidence": {"sent": "*2\\\\r\\\\nINCR\\\\r\\\\nab12cd:visits", "expected": "an error", "expectedBytes": "", "received": "-ERR",
                                "then": "the connection stayed open"}}]}""");

        assertThat(Differences.of(folder))
                .contains("| old | 1 of 2 | 1 |")
                .contains("**INCR adds one**")
                .contains(
                        "- INCR-01, A key counts (exact): `*2\\r\\nINCR\\r\\nvisits`; expected an error, received `-ERR`")
                .doesNotContain("SET-01");
    }
}
