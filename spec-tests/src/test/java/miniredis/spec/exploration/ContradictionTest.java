package miniredis.spec.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import miniredis.spec.exploration.Linearizability.Answer;
import miniredis.spec.i18n.Message;
import miniredis.spec.model.Reply;
import org.junit.jupiter.api.Test;

class ContradictionTest {
    private static final long ZERO = 1_800_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final List<Operation> operations = new ArrayList<>();

    private void operation(int client, String request, long sent, long answered, Reply reply) {
        operations.add(new Operation(client, List.of(request.split(" ")), sent, answered, reply));
    }

    private Optional<Contradiction> contradiction() {
        return Contradiction.in(new History(ZERO, operations), true, 0);
    }

    private static Reply text(String bytes) {
        return new Reply.Bulk(bytes);
    }

    private static Reply number(long number) {
        return new Reply.Int(number);
    }

    @Test
    void whatOverlapsMayHaveHappenedInAnyOrder() {
        operation(1, "SET k a", 0, 100, new Reply.Simple("OK"));
        operation(2, "SET k b", 0, 100, new Reply.Simple("OK"));
        operation(3, "GET k", 50, 150, text("a"));
        operation(3, "GET k", 160, 170, text("a"));
        assertThat(contradiction()).isEmpty();
        operation(4, "GET k", 180, 190, text("b"));
        assertThat(contradiction()).isPresent();
    }

    @Test
    void twoFirstCountsContradictEachOther() {
        operation(1, "INCR k", 0, 100, number(1));
        operation(2, "INCR k", 0, 110, number(1));
        operation(3, "INCR k", 0, 120, number(2));
        operation(3, "GET k", 130, 140, text("2"));
        var found = contradiction().orElseThrow();
        assertThat(found.core())
                .hasSize(2)
                .allMatch(operation -> operation.reply().equals(number(1)));
        assertThat(found.others()).isEqualTo(2);
        assertThat(found.reason()).isEqualTo(Message.of("order.counted-twice", 1L, 2L));
        assertThat(found.picture()).contains("client 2", "client 3", "INCR k -> the integer 1");
    }

    @Test
    void theOrderOfOneClientCounts() {
        operation(1, "SET k a", 0, 100, new Reply.Simple("OK"));
        operation(1, "GET k", 0, 100, new Reply.Null());
        var found = contradiction().orElseThrow();
        assertThat(found.core()).hasSize(2);
        assertThat(found.kind()).isEqualTo(Contradiction.Kind.LOST);
    }

    @Test
    void aLifetimeMayEndAtAnyMomentThatItsBeginningAllows() {
        operation(1, "SET k a", 0, 1, new Reply.Simple("OK"));
        operation(1, "EXPIRE k 1", 0, SECOND / 2, number(1));
        operation(2, "GET k", SECOND + SECOND / 4, SECOND + SECOND / 4, new Reply.Null());
        assertThat(contradiction()).isEmpty();
        operation(3, "GET k", SECOND + SECOND / 3, SECOND + SECOND / 3, text("a"));
        assertThat(contradiction()).as("gone and there again").isPresent();
    }

    @Test
    void aKeyCanNotEndBeforeItsTime() {
        operation(1, "SET k a", 0, 1, new Reply.Simple("OK"));
        operation(1, "EXPIRE k 1", 0, 1000, number(1));
        operation(2, "GET k", SECOND / 2, SECOND / 2, new Reply.Null());
        assertThat(contradiction()).isPresent();
    }

    @Test
    void aWriteThatIsLeftOutMayStillHaveHappened() {
        operation(1, "SET k a", 0, 10, new Reply.Simple("OK"));
        operation(1, "SET k b", 20, 30, new Reply.Simple("OK"));
        operation(2, "GET k", 40, 50, text("b"));
        operation(2, "GET k", 60, 70, text("a"));
        var found = contradiction().orElseThrow();
        assertThat(found.core()).extracting(Operation::shown).contains("GET k -> a");
        var optional = Set.copyOf(operations.subList(0, 3));
        assertThat(Linearizability.of(new History(ZERO, operations), optional, true, 0, 1000))
                .as("the last read alone is explained by the first write")
                .isEqualTo(Answer.EXPLAINED);
    }

    @Test
    void aSearchThatTakesTooLongBlamesNobody() {
        for (int i = 0; i < 200; i++) {
            operation(i % 20, "SET k v" + i, 0, 1000, new Reply.Simple("OK"));
        }
        operation(21, "GET k", 0, 1000, text("other"));
        assertThat(Linearizability.of(new History(ZERO, operations), Set.of(), true, 0, 1000))
                .isEqualTo(Answer.UNDECIDED);
        assertThat(contradiction()).isEmpty();
    }
}
