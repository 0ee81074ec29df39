package miniredis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    private static final Results RESULTS = new Results(
            List.of("first", "a < b"),
            List.of(Suite.VALUES),
            List.of("today"),
            List.of(
                    series("GET", "first", Quantity.REQUESTS, 100.0, 120.0, 90.0),
                    series("GET", "a < b", Quantity.REQUESTS, 200.0, 240.0, 300.0),
                    series("GET", "first", Quantity.CPU, 2.0),
                    series("GET", "first", Quantity.GENERATOR_BUSY, 97.0),
                    series("GET", "a < b", Quantity.GENERATOR_BUSY, 50.0)),
            List.of(new Gap("values", "SET", "a < b", "it fell over")));

    private static Series series(String what, String server, Quantity quantity, Double... values) {
        return new Series("values", what, server, quantity, List.of(values));
    }

    @TempDir
    private Path folder;

    @Test
    void theTableShowsMediansSpreadRatiosAndWhatIsMissing() {
        var table = SuiteTable.of(RESULTS, Suite.VALUES);

        assertThat(table.header())
                .containsExactly("", "server", "requests/s", "server CPU µs/request", "redis-benchmark busy %");
        assertThat(table.rows())
                .containsExactly(
                        List.of("GET", "first", "100 ±15%", "2.00", "97"),
                        List.of("", "a < b", "240 ±21% 2.40x", "n/a", "50"));
    }

    @Test
    void theCsvHasEveryRound() throws Exception {
        ReportFiles.write(RESULTS, folder);

        assertThat(Files.readString(folder.resolve("bench.csv")))
                .contains(
                        "\"values\",\"GET\",\"a < b\",\"requests/s\",240.0000,200.0000,300.0000,2.4000,\"200.0000 240.0000 300.0000\"")
                .contains("\"values\",\"GET\",\"first\",\"requests/s\",100.0000,90.0000,120.0000,1.0000,");
    }

    @Test
    void thePageSaysWhatWasNotMeasured() throws Exception {
        ReportFiles.write(RESULTS, folder);

        assertThat(Files.readString(folder.resolve("bench.md")))
                .contains("- today\n", "| GET | first | 100 ±15% |", "Not measured: SET, a < b: it fell over");
    }

    @Test
    void theChartIsWellFormedAndHasABarForEachValue() throws Exception {
        ReportFiles.write(RESULTS, folder);

        var file = folder.resolve("images").resolve("benchmark-values.svg").toFile();
        var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(1 + 3);
        assertThat(svg.getDocumentElement().getTextContent()).contains("240  2.40x", "n/a", "a < b");
    }
}
