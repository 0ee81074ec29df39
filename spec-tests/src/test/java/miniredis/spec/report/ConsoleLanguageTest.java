package miniredis.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Translation;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.CauseFinder;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same run in both languages: the console uses the reader's, and the report stays as it is. */
class ConsoleLanguageTest {
    private static final Selection ALL = Selection.everything(false);

    /** Lines that are the same in both: blank, a step's numbers, ids, bytes, and what begins with one of the report's names. */
    private static final String SAME_IN_BOTH =
            "|  step \\d .*|  [A-Z]+-\\d+|  (at|rule|step|sent|expected|again)  .*|FAILED  .*"
                    + "| +\\$4.*| +\\+PONG.*| +https://.*|  received  \\S*";

    @TempDir
    private Path folder;

    @Test
    void whatIsSaidIsInTheReadersLanguage() {
        var english = said(Messages.ENGLISH).lines().toList();
        var japanese = said(Messages.JAPANESE).lines().toList();

        assertThat(japanese).hasSameSizeAs(english);
        for (int i = 0; i < english.size(); i++) {
            if (!english.get(i).matches(SAME_IN_BOTH)) {
                assertThat(japanese.get(i)).isNotEqualTo(english.get(i)).matches(".*[ぁ-んァ-ヶ一-龠].*");
            } else {
                assertThat(japanese.get(i)).isEqualTo(english.get(i));
            }
        }
    }

    @Test
    void thePageIsInTheReadersLanguage() throws IOException {
        ComparisonPage.write(run(), folder, Translation.in(Messages.JAPANESE));

        assertThat(Files.readString(folder.resolve("index.html")))
                .contains(
                        "<html lang=\"ja\">",
                        Messages.JAPANESE.text("then.open"),
                        Translation.stepTitles(Messages.JAPANESE).get(1),
                        Translation.japanese()
                                .of(ALL.scenarios().get(0).title())
                                .orElseThrow())
                .doesNotContain("are not there yet", ALL.scenarios().get(0).title());
    }

    /** The page finds each of its texts by the English one, so a text that was changed would stay English. */
    @Test
    void eachTextOfThePageHasATranslationAndNoOther() {
        var scripts = ComparisonPage.scripts().collect(Collectors.joining("\n"));
        var page = PagePart.text("page.html");
        var form = page.substring(page.indexOf("<nav"), page.indexOf("<main>"));
        var texts = new TreeSet<String>();
        Pattern.compile("\\bt`((?:[^`$]|\\$\\{[^`{}]*})+)`")
                .matcher(scripts)
                .results()
                .forEach(text -> {
                    var gaps = new AtomicInteger();
                    texts.add(Pattern.compile("\\$\\{[^}]*}")
                            .matcher(text.group(1))
                            .replaceAll(gap -> "{" + gaps.getAndIncrement() + "}"));
                });
        found(texts, "plural\\([^\\n]*?, '([^']*)'\\)", scripts, "{0} %s");
        found(texts, "<(?:a|span|option)\\b[^>]*>([^<]*)<", form, "%s");
        found(texts, "placeholder=\"([^\"]*)\"", form, "%s");

        assertThat(ComparisonPage.textsInJapanese().keySet()).containsExactlyInAnyOrderElementsOf(texts);
    }

    private static void found(Set<String> texts, String pattern, String where, String form) {
        Pattern.compile(pattern).matcher(where).results().forEach(text -> texts.add(form.formatted(text.group(1))));
    }

    @Test
    void allElseInTheReportIsInEnglishWhateverTheLanguage() throws IOException {
        Files.createDirectories(folder.resolve("english"));
        Files.createDirectories(folder.resolve("japanese"));
        ReportFolder.write(run(), folder.resolve("english"));
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPAN);
            said(Messages.JAPANESE);
            ReportFolder.write(run(), folder.resolve("japanese"));
        } finally {
            Locale.setDefault(before);
        }

        for (var file : List.of("results.json", "junit.xml")) {
            assertThat(folder.resolve("japanese").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("english").resolve(file));
        }
        assertThat(Files.readString(folder.resolve("japanese/results.json")))
                .contains(
                        "\"hint\": \"expected the simple string \\\"PONG\\\", got the bulk string \\\"PONG\\\":"
                                + " +OK and +PONG are simple strings\"",
                        "\"title\": \"GET and SET are not there yet\"",
                        "\"title\": \"the server stops: exited with code 7, after: Every request gets one reply\"");
    }

    private static String said(Messages language) {
        var bytes = new ByteArrayOutputStream();
        var console = new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8), Style.PLAIN, language);
        console.announce("mine", ALL);
        console.begins(275);
        console.againAlone(3);
        console.conclude(run(), new Changes(List.of("SET-01"), List.of("SET-02")), List.of(), "folder");
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static RunResult run() {
        var scenarios = ALL.scenarios();
        var results = new ArrayList<ScenarioResult>();
        results.add(failed(scenarios.get(0), new Actual.Answered(ascii("$4\r\nPONG\r\n"))));
        results.add(failed(scenarios.get(1), new Actual.Died(new byte[0], "exited with code 7")));
        results.add(result(
                scenarios.get(2),
                Status.FAILED,
                Optional.empty(),
                Optional.of(new Cause(
                        Cause.Kind.MISSING_COMMAND,
                        Message.counted("cause.missing", 2, Message.listOf(List.of("GET", "SET"))))),
                Message.of("note.missing-command", "GET", Message.of("answer.silence"))));
        results.add(result(
                scenarios.get(3), Status.INCONCLUSIVE, Optional.empty(), Optional.empty(), Message.of("note.slow")));
        return RunResult.of("mine", "--command mine", ALL, results, Message.of("remark.no-reply", "-"));
    }

    private static ScenarioResult failed(SpecScenario scenario, Actual observed) {
        var failure = new Failure(
                new Evidence(ascii("*1\r\n$4\r\nPING\r\n"), Expected.PONG, observed),
                "the reply is PONG",
                Optional.empty());
        return result(
                scenario,
                Status.FAILED,
                Optional.of(failure),
                Optional.of(CauseFinder.of(scenario, failure, false)),
                Message.NONE);
    }

    private static ScenarioResult result(
            SpecScenario scenario, Status status, Optional<Failure> failure, Optional<Cause> cause, Message note) {
        return new ScenarioResult(scenario, status, 1, failure, cause, note, List.of(), Map.of(), "mvn verify");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
