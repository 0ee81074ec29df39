package miniredis.spec.execution;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import miniredis.spec.command.Catalogue;
import miniredis.spec.command.CommandRow;
import miniredis.spec.command.CommandRow.Access;
import miniredis.spec.command.CommandRow.ReplyKind;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.specification.Selection;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader.Reading;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue says of Redis what Redis says of itself. */
@Timeout(60)
class CatalogueOnRedisTest {
    @TempDir
    private Path folder;

    private PauseDetector pauses;
    private ServerPool pool;

    @BeforeEach
    void start() {
        boolean isInstalled = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Path.of(path, "redis-server").toFile().canExecute());
        Assumptions.assumeTrue(isInstalled, "redis-server is not installed");
        pauses = new PauseDetector();
        pool = new ServerPool(
                ServerSpec.ofCommand("redis-server --port {port} --save ''").server(), folder, pauses);
    }

    @AfterEach
    void end() {
        if (pool != null) {
            pool.close();
            pauses.close();
        }
    }

    @Test
    void everyRequestIsAnsweredInItsKind() throws Exception {
        var softly = new SoftAssertions();
        for (var row : Catalogue.rows().filter(row -> !row.request().isEmpty()).toList()) {
            var words = row.request().stream()
                    .map(word -> word.equals("*") ? CommandQuestion.KEY : word)
                    .toList();
            var response = CommandQuestion.ask(words, pool);
            softly.assertThat(row.reply() == ReplyKind.ERROR ? !response.is(ReplyKind.ANY) : response.is(row.reply()))
                    .as(row.name() + ": " + new String(response.answer().bytes(), StandardCharsets.ISO_8859_1))
                    .isTrue();
        }
        softly.assertAll();
    }

    @Test
    void nothingIsMissing() throws Exception {
        var scenarios = Selection.withExtensions(true).scenarios();
        var missing = MissingCommands.of(scenarios, Set.of(), pool);

        assertThat(scenarios)
                .allSatisfy(scenario -> assertThat(missing.keepsFromPassing(scenario))
                        .as(scenario.id())
                        .isEmpty());
    }

    @Test
    void arityAndKeysAndAccessAreThoseOfCommandInfo() throws Exception {
        var softly = new SoftAssertions();
        for (var row :
                Catalogue.rows().filter(row -> row.secondWord().isEmpty()).toList()) {
            var info = items(items(CommandQuestion.ask(List.of("COMMAND", "INFO", row.name()), pool))
                    .get(0));
            softly.assertThat(integer(info.get(1))).as(row.name() + ": arity").isEqualTo((long) row.arity());
            softly.assertThat(List.of(integer(info.get(3)), integer(info.get(4)), integer(info.get(5))))
                    .as(row.name() + ": keys")
                    .isEqualTo(keys(row));
            softly.assertThat(access(items(info.get(2))))
                    .as(row.name() + ": access")
                    .isEqualTo(row.access());
        }
        softly.assertAll();
    }

    /** COMMAND INFO does not count channels as keys. */
    private static List<Long> keys(CommandRow row) {
        var keys = row.keys();
        return keys.areChannels() || keys.first() == 0
                ? List.of(0L, 0L, 0L)
                : List.of((long) keys.first(), (long) keys.last(), (long) keys.step());
    }

    private static Access access(List<Reply> flags) {
        var texts = flags.toString();
        return texts.contains("write") ? Access.WRITE : texts.contains("readonly") ? Access.READ : Access.NONE;
    }

    private static List<Reply> items(Response response) {
        return items(((Reading.Whole) response.answer().reading()).reply());
    }

    private static List<Reply> items(Reply reply) {
        return requireNonNull(((Reply.ArrayReply) reply).items());
    }

    private static long integer(Reply reply) {
        return ((Reply.IntegerReply) reply).value();
    }
}
