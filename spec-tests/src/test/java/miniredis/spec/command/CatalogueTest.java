package miniredis.spec.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of commands.txt, read. What they say of Redis is compared with Redis in CatalogueOnRedisTest. */
class CatalogueTest {
    @Test
    void everyRowIsWellFormed() {
        assertThat(Catalogue.rows().map(CommandRow::name)).doesNotHaveDuplicates();
        assertThat(Catalogue.rows()).allSatisfy(row -> {
            assertThat(Catalogue.command(row.command())).as(row.name()).isPresent();
            assertThat(row.area().isEmpty() || Specification.AREAS.contains(row.area()))
                    .as(row.name())
                    .isTrue();
            assertThat(row.request().isEmpty()).as(row.name()).isEqualTo(row.reply() == CommandRow.ReplyKind.NONE);
            if (!row.request().isEmpty()) {
                assertThat(row.namePlaces()).as(row.name()).doesNotContain(-1);
            }
        });
        assertThat(Catalogue.groups())
                .allSatisfy(group -> assertThat(group)
                        .extracting(CommandRow::step)
                        .as(group.get(0).name())
                        .containsOnly(group.get(0).step()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PING hello            |",
                "GET                   |",
                "GET a                 | 1",
                "set a b NX            | 1",
                "EXPIRE a 1            | 1",
                "DEL a b c             | 1 2 3",
                "MSET a 1 b 2          | 1 3",
                "MSET a 1 b            | 1 3",
                "WATCH a b             | 1 2",
                "SUBSCRIBE news sports | 1 2",
                "UNSUBSCRIBE           |",
                "PUBLISH news x        | 1",
                "PUBSUB NUMSUB a b     | 2 3",
                "CONFIG GET save       |",
                "NOSUCHCOMMAND a       |"
            })
    void keysAndChannelsStandWhere(String request, String places) {
        var words = request(request);
        var found =
                Catalogue.command(words).map(row -> row.keys().in(words.size())).orElse(List.of());

        assertThat(found)
                .containsExactlyElementsOf(
                        places == null
                                ? List.of()
                                : Stream.of(places.split(" "))
                                        .map(Integer::valueOf)
                                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET a b              | SET",
                "set a b ex 10 get    | SET, SET EX, SET GET",
                "SET EX GET           | SET",
                "GET a                | GET",
                "CLIENT ID            | CLIENT, CLIENT ID",
                "CLIENT LIST ID 0     | CLIENT, CLIENT LIST",
                "COMMAND INFO get     | COMMAND, COMMAND INFO",
                "EXPIRE a 100 GT      | EXPIRE, EXPIRE GT"
            })
    void aRequestIsOfTheseRows(String request, String names) {
        assertThat(Catalogue.rowsOf(request(request)).stream().map(CommandRow::name))
                .containsExactlyInAnyOrder(names.split(", "));
    }

    private static List<byte[]> request(String words) {
        return Stream.of(words.split(" "))
                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }
}
