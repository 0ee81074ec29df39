package miniredis.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import miniredis.spec.verdict.RunResult;

/** docs/results.schema.json, which says what programs can rely on. */
public final class ResultsSchema {
    private static final JsonSchema SCHEMA = read();

    private ResultsSchema() {}

    private static JsonSchema read() {
        var repository = Path.of("").toAbsolutePath();
        var file = Files.isDirectory(repository.resolve("features"))
                ? repository.resolve("docs/results.schema.json")
                : repository.resolve("../docs/results.schema.json");
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same result; fails if the results.json of it is not what the schema says. */
    public static RunResult held(RunResult run) {
        try {
            var folder = Files.createTempDirectory("results");
            var file = folder.resolve("results.json");
            try {
                ResultsJson.write(ResultsJson.of(run), folder);
                assertHolds(Files.readString(file));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return run;
    }

    /** Fails if this text is not a results.json, saying where and why. */
    static void assertHolds(String json) {
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }
}
