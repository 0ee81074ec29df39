package miniredis.proof.documents;

import static miniredis.proof.documents.Document.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import miniredis.spec.execution.FeatureSource;
import miniredis.spec.specification.Level;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;

/** What the documents say about this repository is still true. */
class DocumentsTest {
    private static final Pattern SCENARIO = Pattern.compile("(?<![\\w-])(?!UTF-)[A-Z]+-\\d\\d(?:\\.\\d+)?(?![\\w-])");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern QUOTED_FROM = Pattern.compile("<!-- from (\\S+) -->");
    private static final Pattern PROFILE = Pattern.compile("-P(\\S+)");
    private static final Pattern TODO = Pattern.compile("TODO Step \\d, part (\\d) \\((\\S+)\\)");
    private static final Path SKELETON = REPOSITORY.resolve("impl-workshop/src/main/java/miniredis/blocking");

    @Test
    void java_and_scenarios_are_quoted_from_the_repository_not_retyped() throws IOException {
        var retyped = new ArrayList<String>();
        for (var document : Document.all()) {
            for (var block : document.blocks("java", "gherkin")) {
                var source = QUOTED_FROM.matcher(block.before());
                if (!source.find() || !stands(block.content(), REPOSITORY.resolve(source.group(1)))) {
                    retyped.add(document.at(block.line()) + " " + block.before());
                }
            }
        }
        assertThat(retyped).isEmpty();
    }

    /** Whether the file has the same lines in a row; their indentation doesn't count. */
    private static boolean stands(List<String> quote, Path file) throws IOException {
        var lines = Files.readAllLines(file).stream().map(String::strip).toList();
        return Collections.indexOfSubList(
                        lines, quote.stream().map(String::strip).toList())
                >= 0;
    }

    @Test
    void the_run_in_the_readme_has_as_many_scenarios_as_there_are() throws IOException {
        var readme =
                String.join("\n", Document.read(REPOSITORY.resolve("README.md")).lines());
        for (int step = 1; step <= 4; step++) {
            long count = plain(step);
            assertThat(readme).containsPattern("(?m)^ +step %d .* %d/%d$".formatted(step, count, count));
        }
        long all = IntStream.rangeClosed(1, 4).mapToLong(DocumentsTest::plain).sum();
        assertThat(readme).contains(all + " scenarios, side by side", all + " scenarios: " + all + " passed");
    }

    private static long plain(int step) {
        return Specification.load()
                .scenarios()
                .filter(scenario -> scenario.step() == step && scenario.level() == Level.PLAIN)
                .count();
    }

    @Test
    void links_lead_somewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (var document : Document.all()) {
            var folder = REPOSITORY.resolve(document.path()).getParent();
            for (var link : found(LINK, document.prose(), 1)) {
                if (!link.matches("[a-z]+:.*") && !leadsSomewhere(link, folder, document)) {
                    broken.add(document.path() + " " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(String link, Path folder, Document from) throws IOException {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? REPOSITORY.resolve(from.path()) : folder.resolve(parts[0]);
        return Files.exists(target) && (parts.length == 1 || headings(target).contains(parts[1]));
    }

    /** The anchors that GitHub makes of them. */
    private static Set<String> headings(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("(?U)[^\\w -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void scenarios_that_are_mentioned_exist() throws IOException {
        var examples = new FeatureSource(Optional.of(REPOSITORY.resolve("examples/own-features")), false);
        var existing = examples.read()
                .scenarios()
                .map(SpecScenario::id)
                .flatMap(id -> Stream.of(id, id.replaceAll("\\..*", "")))
                .collect(Collectors.toSet());
        for (var document : Document.all()) {
            assertThat(found(SCENARIO, document.lines(), 0))
                    .as(document.path().toString())
                    .isSubsetOf(existing);
        }
    }

    @Test
    void commands_use_profiles_and_programs_that_exist() throws IOException {
        var pom = Files.readString(REPOSITORY.resolve("pom.xml"));
        for (var document : Document.all()) {
            for (var block : document.blocks("sh")) {
                for (var command : block.content()) {
                    var where = document.at(block.line()) + " " + command;
                    for (var profile : found(PROFILE, List.of(command), 1)) {
                        assertThat(pom).as(where).contains("<id>" + profile + "</id>");
                    }
                    if (command.startsWith("java ")) {
                        var program = command.replaceFirst("java (-jar )?", "").split(" ")[0];
                        // The jar alone stands for one that was copied to where it is used.
                        var existing = Path.of(program.replaceFirst("/target/.*", "/pom.xml")
                                .replaceFirst("^mini-redis-spec\\.jar$", "spec-tests/pom.xml"));
                        assertThat(REPOSITORY.resolve(existing)).as(where).exists();
                    }
                }
            }
        }
    }

    @Test
    void each_todo_of_the_workshop_is_explained_in_the_part_of_the_lecture_that_it_names() throws IOException {
        try (var sources = Files.list(SKELETON)) {
            for (var source : sources.toList()) {
                var todo = TODO.matcher(Files.readString(source));
                while (todo.find()) {
                    assertThat(Files.readString(REPOSITORY.resolve(todo.group(2))))
                            .as(todo.group())
                            .contains("### Part " + todo.group(1) + ":");
                }
            }
        }
    }

    private static List<String> found(Pattern pattern, List<String> lines, int group) {
        return pattern.matcher(String.join("\n", lines))
                .results()
                .map((MatchResult result) -> result.group(group))
                .toList();
    }
}
