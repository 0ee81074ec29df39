package miniredis.spec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.Reply.ErrorReply;
import miniredis.spec.wire.Reply.IntegerReply;
import miniredis.spec.wire.Reply.SimpleString;
import miniredis.spec.wire.ReplyReader.Reading;
import org.junit.jupiter.api.Test;

/** What commands and their answers tell of lifetimes; so that a TTL that comes late is not taken for a wrong one. */
class CommandTest {
    private static final long REQUESTED = 1_000;
    private static final long LATE = REQUESTED + TimeUnit.SECONDS.toNanos(2);

    private final Lifetimes lifetimes = new Lifetimes();

    @Test
    void aTtlThatIsLateIsUncertain() {
        note("EXPIRE \"a\" 100", new IntegerReply(1));

        assertThat(isCertain(99, 100)).isFalse();
        assertThat(isCertain(98, 100)).isTrue();
    }

    @Test
    void aSetThatWasRefusedChangesNoLifetime() {
        note("EXPIRE \"a\" 100", new IntegerReply(1));
        note("SET \"a\" \"b\" \"c\"", new ErrorReply("ERR syntax error"));

        assertThat(isCertain(99, 100)).isFalse();
    }

    @Test
    void aSetEndsTheLifetime() {
        note("EXPIRE \"a\" 100", new IntegerReply(1));
        note("SET \"a\" \"b\"", new SimpleString("OK"));

        assertThat(isCertain(99, 100)).isTrue();
    }

    @Test
    void longLifetimesAreCountedToo() {
        note("EXPIRE \"a\" 5000000000", new IntegerReply(1));

        assertThat(isCertain(4_999_999_999L, 5_000_000_000L)).isFalse();
        assertThat(isCertain(4_999_999_998L, 5_000_000_000L)).isTrue();
    }

    @Test
    void aCommandThatIsNotKnownLeavesTheLifetimesAlone() {
        note("EXPIRE \"a\" 100", new IntegerReply(1));
        note("APPEND key \"a\" \"b\"", new IntegerReply(3));

        assertThat(isCertain(99, 100)).isFalse();
    }

    @Test
    void whatIsMarkedAsAKeyHasThePrefixAndOtherWordsDoNot() {
        assertThat(wordsOnTheWire("LMOVE key \"a\" key \"b\" \"c\""))
                .satisfiesExactly(
                        name -> assertThat(name).isEqualTo("LMOVE"),
                        key -> assertThat(key).matches("[a-z0-9]{6}:a"),
                        key -> assertThat(key).matches("[a-z0-9]{6}:b"),
                        word -> assertThat(word).isEqualTo("c"));
        assertThat(wordsOnTheWire("GET key \"a\"").get(1)).matches("[a-z0-9]{6}:a");
    }

    private static List<String> wordsOnTheWire(String command) {
        return Command.parse(command).onTheWire(new Keys()).stream()
                .map(word -> Bytes.text(word))
                .toList();
    }

    private void note(String command, Reply reply) {
        var answer = new Answer(new Reading.Whole(reply, 0), new byte[0], Ending.ANSWERED, REQUESTED);
        Command.parse(command).noteLifetime(lifetimes, answer, REQUESTED);
    }

    private boolean isCertain(long least, long most) {
        var key = Bytes.text("a".getBytes(StandardCharsets.US_ASCII));
        return lifetimes.timeToLiveIsCertain(key, LATE, seconds -> seconds >= least && seconds <= most);
    }
}
