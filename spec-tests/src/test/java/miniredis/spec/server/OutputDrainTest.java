package miniredis.spec.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDrainTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsPrintedIsInTheFile() throws IOException {
        var drain = drain("one\ntwo\n");

        assertThat(Files.readString(log())).isEqualTo("one\ntwo\n");
        assertThat(drain.count()).isEqualTo(8);
        assertThat(drain.lastLines()).isEqualTo("one\ntwo");
        assertThat(drain.quoted()).hasToString("\nIts last lines:\n    one\n    two");
    }

    @Test
    void whatWasPrintedSinceIsWhatCameAfterTheMark() {
        var drain = drain("one\ntwo\n");

        assertThat(drain.since(4)).isEqualTo("two\n");
        assertThat(drain.since(8)).isEmpty();
        assertThat(drain.since(0)).isEqualTo("one\ntwo\n");
    }

    @Test
    void aServerThatPrintsNothingIsDescribed() {
        assertThat(drain("").quoted()).hasToString("\nIt printed nothing.");
    }

    @Test
    void theLastEightLinesAreShown() {
        var lines = IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

        assertThat(drain(lines).lastLines().lines()).containsExactly("13", "14", "15", "16", "17", "18", "19", "20");
    }

    @Test
    void aLongLineIsShortened() {
        assertThat(drain("x".repeat(200)).lastLines()).isEqualTo("x".repeat(200));
        assertThat(drain("x".repeat(201)).lastLines()).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void whatWouldCommandATerminalIsTakenOut() {
        assertThat(drain("\u001B[31mred\u001B[0m\u0007!").lastLines()).isEqualTo("red?!");
    }

    @Test
    void ofAFloodTheFirstMegabyteAndTheEndAreKept() throws IOException {
        var drain = drain("x".repeat(2 * 1024 * 1024) + "\nthe end\n");

        assertThat(drain.count()).isEqualTo(2 * 1024 * 1024 + 9);
        assertThat(drain.since(0)).hasSize(64 * 1024).endsWith("x\nthe end\n");
        assertThat(drain.since(drain.count() - 9)).isEqualTo("\nthe end\n");
        assertThat(Files.size(log())).isBetween(1024 * 1024L, 1200 * 1024L);
        assertThat(Files.readString(log()))
                .startsWith("x".repeat(1024 * 1024) + "\n... 2,097,161 bytes in all; the last lines:\nxxx")
                .endsWith("\nthe end\n");
    }

    @Test
    void aFileThatCanNotBeWrittenKeepsNobodyWaiting() {
        var drain = OutputDrain.of(in("one\n"), folder.resolve("no/such/folder/log"));
        drain.awaitEnd();

        assertThat(drain.lastLines()).isEqualTo("one");
    }

    private OutputDrain drain(String printed) {
        var drain = OutputDrain.of(in(printed), log());
        for (int i = 0; i < 20 && drain.count() < printed.length(); i++) {
            drain.awaitEnd();
        }
        drain.awaitEnd();
        return drain;
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private static ByteArrayInputStream in(String printed) {
        return new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8));
    }
}
