package miniredis.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import miniredis.proof.mistakes.Mistake;
import miniredis.spec.report.FailureText;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.ScenarioResult;

/**
 * docs/common-mistakes.md: all that the table of mistakes says, and for each mistake the failure that a run reported.
 *
 * @param excerpts the failures, by the mistake's title
 */
record MistakesPage(Map<String, String> excerpts) {
    static final Path FILE = root().resolve("docs/common-mistakes.md");

    private static final Pattern SECTION = Pattern.compile("(?s)\n### ([a-z0-9-]+)\n.*?\n```text\n(.*?)\n```");
    private static final Pattern KEY_PREFIX = Pattern.compile("(?:\\b|(?<=\\\\n))[a-z0-9]{6}:(?=[A-Za-z\"\\\\0-9_])");
    private static final List<String> SHOWN = List.of("FAILED", "sent", "expected", "received", "then", "hint", " ");

    /** What the file says now; nothing when there is none. */
    static MistakesPage read() throws IOException {
        var excerpts = new HashMap<String, String>();
        if (Files.exists(FILE)) {
            var sections = SECTION.matcher(Files.readString(FILE));
            while (sections.find()) {
                excerpts.put(sections.group(1), sections.group(2));
            }
        }
        return new MistakesPage(excerpts);
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("features")) ? here : here.getParent();
    }

    /** The same page with the failures of these trials. */
    MistakesPage with(List<Trial> trials) {
        var all = new HashMap<>(excerpts);
        trials.forEach(trial ->
                trial.first().ifPresent(first -> all.put(trial.mistake().title(), excerpt(first))));
        return new MistakesPage(all);
    }

    /** The failure text without what is the same for all, or another time different. */
    private static String excerpt(ScenarioResult failure) {
        var lines = new StringBuilder();
        boolean shown = true;
        for (String line : FailureText.message(failure).lines().toList()) {
            String label = line.stripLeading().split(" ", 2)[0];
            boolean continued = line.startsWith("            ");
            shown = continued ? shown : SHOWN.contains(label);
            if (shown) {
                lines.append(line).append('\n');
            }
        }
        return KEY_PREFIX.matcher(lines.toString().stripTrailing()).replaceAll("prefix:");
    }

    @Override
    public String toString() {
        var page = new StringBuilder("""
                # Common mistakes

                These are mistakes that people make when they write a small Redis, by step. The specification is tried on each of
                them: a server that makes exactly this mistake, and no other, has to fail, and the failure that is reported first
                has to be one that explains it. So this page is also the proof that the specification notices them.

                Each section says what the server does, what a run then reports (from a real run; `prefix:` stands for the random
                letters that keep scenarios apart), and where to look; the table at the end says which scenarios are about it.
                `mvn verify` tries each mistake on those scenarios, and with `-Dproof.write` it writes this page anew;
                `mvn verify -Pproof` tries each on the whole specification.

                The other half of the proof is that nobody is blamed who did nothing wrong: `mvn verify -Pproof` also plays right servers
                over and over, all at once, on a machine whose every core is kept busy (`-Dproof.runs=100`: a hundred times each).
                """);
        for (int step = 1; step <= 5; step++) {
            page.append("\n## Step %d: %s\n".formatted(step, Specification.STEP_TITLES.get(step)));
            for (var mistake : ofStep(step)) {
                addSection(page, mistake);
            }
        }
        addMatrix(page);
        return page.toString();
    }

    private static List<Mistake> ofStep(int step) {
        return Mistake.all().stream()
                .filter(mistake -> mistake.entry().step() == step)
                .toList();
    }

    private void addSection(StringBuilder page, Mistake mistake) {
        page.append("""

                ### %s
                %s

                ```text
                %s
                ```
                Look at %s.
                """.formatted(
                        mistake.title(),
                        mistake.entry().sentence(),
                        excerpts.getOrDefault(mistake.title(), "not tried yet"),
                        mistake.entry().look()));
    }

    private static void addMatrix(StringBuilder page) {
        page.append("""

                ## The matrix
                %d mistakes. *plain*: clients depend on it. *exact*: clients can live with it, only strict runs notice.

                | mistake | step | level | shows as | caught by |
                |---|---|---|---|---|
                """.formatted(Mistake.all().size()));
        for (var mistake : Mistake.all()) {
            var entry = mistake.entry();
            page.append("| [%s](#%s) | %d | %s | %s | %s |\n"
                    .formatted(
                            mistake.title(),
                            mistake.title(),
                            entry.step(),
                            entry.level(),
                            entry.symptom().inWords(),
                            entry.caughtBy().stream().collect(Collectors.joining(", "))));
        }
    }
}
