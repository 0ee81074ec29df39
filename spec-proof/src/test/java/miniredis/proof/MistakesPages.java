package miniredis.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import miniredis.proof.mistakes.Mistake;
import miniredis.spec.report.FailureText;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.ScenarioResult;

/**
 * docs/common-mistakes: everything in the table of mistakes, and for each mistake the failure that a run reported. A page for
 * each chapter of the features, and an index of all mistakes.
 *
 * @param excerpts the failures, by the mistake's title
 */
record MistakesPages(Map<String, String> excerpts) {
    static final Path FOLDER = root().resolve("docs/common-mistakes");

    private static final String INDEX = "README.md";
    private static final Pattern SECTION = Pattern.compile("(?s)\n## ([a-z0-9-]+)\n.*?\n```text\n(.*?)\n```");
    private static final Pattern KEY_PREFIX = Pattern.compile("(?:\\b|(?<=\\\\n))[a-z0-9]{6}:(?=[A-Za-z\"\\\\0-9_])");
    private static final List<String> SHOWN = List.of("FAILED", "sent", "expected", "received", "then", "hint", " ");

    /** The chapter of each scenario and of each outline: {@code 3-commands/5-incr.feature}. */
    private static final Map<String, SpecScenario> SCENARIOS = scenarios();

    /** What the files contain now; nothing if there are no files. */
    static MistakesPages read() throws IOException {
        var excerpts = new HashMap<String, String>();
        for (var text : files().values()) {
            var sections = SECTION.matcher(text);
            while (sections.find()) {
                excerpts.put(sections.group(1), sections.group(2));
            }
        }
        return new MistakesPages(excerpts);
    }

    /** The existing files, by their path below the folder. */
    static Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        if (Files.isDirectory(FOLDER)) {
            try (var found = Files.walk(FOLDER)) {
                for (var file : found.filter(Files::isRegularFile).toList()) {
                    files.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("features")) ? here : here.getParent();
    }

    private static Map<String, SpecScenario> scenarios() {
        var all = new HashMap<String, SpecScenario>();
        Specification.load().scenarios().forEach(scenario -> {
            all.put(scenario.id(), scenario);
            all.putIfAbsent(scenario.outline(), scenario);
        });
        return all;
    }

    /** The same pages with the failures of these trials. */
    MistakesPages with(List<Trial> trials) {
        var all = new HashMap<>(excerpts);
        trials.forEach(trial ->
                trial.first().ifPresent(first -> all.put(trial.mistake().title(), excerpt(first))));
        return new MistakesPages(all);
    }

    /** Replaces the files. */
    void write() throws IOException {
        for (var old : files().keySet()) {
            Files.delete(FOLDER.resolve(old));
        }
        for (var page : pages().entrySet()) {
            var file = FOLDER.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
    }

    /** The files as they should be, by their path below the folder. */
    Map<String, String> pages() {
        var pages = new TreeMap<String, String>();
        byChapter().forEach((chapter, mistakes) -> pages.put(fileOf(chapter), page(chapter, mistakes)));
        pages.put(INDEX, index());
        return pages;
    }

    private static Map<String, List<Mistake>> byChapter() {
        return Mistake.all().stream().collect(Collectors.groupingBy(MistakesPages::chapter, Collectors.toList()));
    }

    /** The chapter of the first scenario that is about the mistake. */
    private static String chapter(Mistake mistake) {
        var path = SCENARIOS.get(mistake.entry().caughtBy().get(0)).path();
        return path.substring(path.indexOf("features/") + "features/".length());
    }

    private static String fileOf(String chapter) {
        return chapter.replace(".feature", ".md");
    }

    private String page(String chapter, List<Mistake> mistakes) {
        var page = new StringBuilder("""
                # Common mistakes: %s

                Caught by the scenarios of [%s](../../../features/%s). [All mistakes](../README.md)
                """.formatted(title(chapter), chapter, chapter));
        mistakes.forEach(mistake -> addSection(page, mistake));
        return page.toString();
    }

    /** {@code 3-commands/5-incr.feature}: "incr". */
    private static String title(String chapter) {
        return chapter.replaceAll(".*/\\d+-|\\.feature", "").replace('-', ' ');
    }

    /** The failure text without the parts that are the same for all failures, or differ from run to run. */
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

    private void addSection(StringBuilder page, Mistake mistake) {
        page.append("""

                ## %s
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

    private static String index() {
        var page = new StringBuilder("""
                # Common mistakes

                %d mistakes that people make when they write a small Redis. For each there is a server that makes this mistake and no
                other. It fails the specification, and the failure that is reported first explains the mistake. So these pages are also
                the proof that the specification notices them.

                Each section says what the server does, what a run reports (from a real run; `prefix:` stands for the random letters that
                keep scenarios apart), and where to look. *Plain*: clients depend on it. *Exact*: only strict runs notice it.

                `mvn verify` tries each mistake on the scenarios that are about it, `mvn verify -Pproof` on the whole specification.
                `mvn verify -Pproof` also plays correct servers over and over, on a machine whose every core is busy, and none may fail.
                """.formatted(Mistake.all().size()));
        for (int step = 1; step <= 5; step++) {
            page.append("\n## Step %d: %s\n".formatted(step, Specification.STEP_TITLES.get(step)));
            page.append("\n| mistake | level | shows as | caught by |\n|---|---|---|---|\n");
            for (var mistake : Mistake.all()) {
                if (mistake.entry().step() == step) {
                    addRow(page, mistake);
                }
            }
        }
        return page.toString();
    }

    private static void addRow(StringBuilder page, Mistake mistake) {
        var entry = mistake.entry();
        page.append("| [%s](%s#%s) | %s | %s | %s |\n"
                .formatted(
                        mistake.title(),
                        fileOf(chapter(mistake)),
                        mistake.title(),
                        entry.level(),
                        entry.symptom().inWords(),
                        String.join(", ", entry.caughtBy())));
    }
}
