package miniredis.proof.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages in Japanese keep step with those that they translate. */
class EditionsTest {
    private static final List<Path> OTHERS = List.of(
            Path.of("README.md"),
            Path.of("docs/README.md"),
            Path.of("docs/classroom.md"),
            Path.of("docs/teaching.md"),
            Path.of("docs/reading-a-failure.md"),
            Path.of("docs/your-own-server.md"),
            Path.of("features/README.md"));

    private static List<Edition> editions;

    @BeforeAll
    static void read() throws IOException {
        editions = Edition.all();
    }

    @Test
    void every_lecture_and_what_belongs_to_it_is_there_in_japanese() throws IOException {
        var expected = new ArrayList<>(OTHERS);
        Document.all().stream()
                .map(Document::path)
                .filter(path -> path.startsWith(Path.of("docs/lectures")) || path.startsWith(Path.of("docs/room")))
                .forEach(expected::add);

        assertThat(editions)
                .extracting(edition -> edition.original().path())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_page_follows_its_original_as_it_is_now() {
        var behind = editions.stream()
                .filter(edition -> !edition.follows().equals(Edition.version(edition.original())))
                .map(edition ->
                        "%s has changed since %s was translated from it. Bring the translation up to date, then let it say: version %s"
                                .formatted(
                                        edition.original().path(),
                                        edition.page().path(),
                                        Edition.version(edition.original())))
                .toList();
        assertThat(behind).isEmpty();
    }

    @Test
    void headings_have_the_same_order() {
        assertSame(Edition::headings);
    }

    @Test
    void tables_have_the_same_rows_and_numbers() {
        for (var edition : editions) {
            var rows = Edition.rows(edition.original());
            var translated = Edition.rows(edition.page());
            assertThat(translated).as(edition.page().path().toString()).hasSameSizeAs(rows);
            for (int row = 0; row < rows.size(); row++) {
                assertThat(Edition.cells(translated.get(row)))
                        .as("cells of " + translated.get(row))
                        .isEqualTo(Edition.cells(rows.get(row)));
                assertThat(Edition.numbers(translated.get(row)))
                        .as(edition.page().path() + " " + translated.get(row))
                        .containsAll(Edition.numbers(rows.get(row)));
            }
        }
    }

    @Test
    void blocks_of_code_and_commands_are_the_same() {
        assertSame(Edition::blocks);
    }

    @Test
    void names_and_commands_in_the_text_are_the_same() {
        assertNothingIsMissingOrAdded(Edition::code);
    }

    @Test
    void the_same_scenarios_are_mentioned() {
        assertNothingIsMissingOrAdded(Edition::scenarios);
    }

    @Test
    void links_lead_to_the_same_places_or_to_their_translations() {
        assertNothingIsMissingOrAdded(document -> Edition.links(document, editions));
    }

    @Test
    void each_page_has_the_switch_to_the_other_at_its_head() {
        for (var edition : editions) {
            assertThat(Edition.linksAtTheHead(edition.original()))
                    .as(edition.original().path().toString())
                    .contains(edition.page().path());
            assertThat(Edition.linksAtTheHead(edition.page()))
                    .as(edition.page().path().toString())
                    .contains(edition.original().path());
        }
    }

    private static void assertSame(Function<Document, ?> part) {
        for (var edition : editions) {
            assertThat(part.apply(edition.page()))
                    .as(
                            "%s beside %s",
                            edition.page().path(), edition.original().path())
                    .isEqualTo(part.apply(edition.original()));
        }
    }

    private static void assertNothingIsMissingOrAdded(Function<Document, Set<String>> part) {
        var differences = new ArrayList<String>();
        for (var edition : editions) {
            var original = part.apply(edition.original());
            var translated = part.apply(edition.page());
            original.stream()
                    .filter(it -> !translated.contains(it))
                    .forEach(it -> differences.add(edition.page().path() + " lacks " + it));
            translated.stream()
                    .filter(it -> !original.contains(it))
                    .forEach(it -> differences.add(edition.page().path() + " adds " + it));
        }
        assertThat(differences).isEmpty();
    }
}
