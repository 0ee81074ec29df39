package miniredis.spec.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.report.ComparisonPage;
import miniredis.spec.report.Results;
import miniredis.spec.report.ResultsJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the specification as a page to read. */
@Command(
        name = "book",
        description = "Writes the specification as one page, to read or print.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footer = {"", "Examples:", "  book --out book", "  book --out book --results mini-redis-report"})
final class BookCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder for index.html.")
    private Path out;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "The report folder of a run; its verdicts are shown next to the scenarios.")
    private @Nullable Path results;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "en, or ja: titles, rules and descriptions in Japanese (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    @Override
    public Integer call() throws Exception {
        var servers = results == null ? List.<Results>of() : ResultsJson.read(results);
        if (servers.size() > 1) {
            throw new UsageException(Message.of("usage.book-of-one", results, servers.size()));
        }
        var messages =
                Messages.in(language).orElseThrow(() -> new UsageException(Message.of("usage.no-language", language)));
        Files.createDirectories(out);
        var file = out.resolve("index.html");
        ComparisonPage.writeBook(file, servers, messages);
        System.out.println(file);
        return 0;
    }
}
