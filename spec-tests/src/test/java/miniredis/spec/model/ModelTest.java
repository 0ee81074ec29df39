package miniredis.spec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTest {
    private static final long NOW = 1_800_000_000_000L;

    private State state = State.EMPTY;

    /** What the client gets where that is certain, as features write it. */
    private String reply(int client, long time, String request) {
        var outcomes = Model.step(state, client, List.of(request.split(" ")), Moment.at(time));
        assertThat(outcomes).hasSize(1);
        state = outcomes.get(0).state();
        return String.join(
                " ",
                outcomes.get(0).repliesTo(client).stream().map(Reply::shown).toList());
    }

    private String reply(String request) {
        return reply(1, NOW, request);
    }

    private List<String> possible(Moment now, String request) {
        return Model.step(state, 1, List.of(request.split(" ")), now).stream()
                .map(outcome -> outcome.repliesTo(1).get(0).shown())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                    | the integer 1
            -1                   | the integer 0
            9223372036854775806  | the integer 9223372036854775807
            9223372036854775807  | the error "ERR increment or decrement would overflow"
            9223372036854775808  | the error "ERR value is not an integer or out of range"
            +5                   | the error "ERR value is not an integer or out of range"
            05                   | the error "ERR value is not an integer or out of range"
            -0                   | the error "ERR value is not an integer or out of range"
            """)
    void incrCountsWhatIsAnInteger(String value, String expected) {
        assertThat(reply("SET n " + value)).isEqualTo("OK");
        assertThat(reply("INCR n")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            get                          | the error "ERR wrong number of arguments for 'get' command"
            Expire k soon FOO            | the error "ERR Unsupported option FOO"
            EXPIRE k 18446744073709561   | the error "ERR invalid expire time in 'expire' command"
            EXPIRE k 9223372036854775    | the error "ERR invalid expire time in 'expire' command"
            SET k v EX 0                 | the error "ERR invalid expire time in 'set' command"
            SET k v NX XX                | the error "ERR syntax error"
            FOO a b                      | the error "ERR unknown command 'FOO', with args beginning with: 'a' 'b' "
            CLIENT FOO                   | the error "ERR unknown subcommand 'FOO'. Try CLIENT HELP."
            CLIENT                       | the error "ERR wrong number of arguments for 'client' command"
            EXEC x                       | the error "EXECABORT Transaction discarded because of: wrong number of arguments for 'exec' command"
            """)
    void errorsAreRedis(String request, String expected) {
        assertThat(reply(request)).isEqualTo(expected);
    }

    @Test
    void anEmptyWordIsNoCommandOfTwoWords() {
        var outcome =
                Model.step(state, 1, List.of("PUBSUB", ""), Moment.at(NOW)).get(0);
        assertThat(outcome.repliesTo(1))
                .containsExactly(new Reply.Failure("ERR unknown subcommand ''. Try PUBSUB HELP."));
        assertThat(Model.keys(List.of())).isEmpty();
    }

    @Test
    void aKeyIsThereUntilItsEndAndNotAfterIt() {
        reply("SET k v");
        reply("EXPIRE k 10");
        assertThat(reply(1, NOW + 10_000, "GET k")).isEqualTo("v");
        assertThat(reply(1, NOW + 10_001, "GET k")).isEqualTo("null");
        assertThat(reply("TTL k")).isEqualTo("the integer -2");
    }

    @Test
    void whereTheEndLiesWithinTheTimeOfARequestBothRepliesAreAllowed() {
        reply("SET k v");
        reply("EXPIRE k 10");
        assertThat(possible(new Moment(NOW + 9_990, NOW + 10_010), "GET k")).containsExactlyInAnyOrder("v", "null");
        assertThat(possible(new Moment(NOW + 9_990, NOW + 10_000), "GET k")).containsExactly("v");
        assertThat(possible(new Moment(NOW + 10_001, NOW + 10_010), "GET k")).containsExactly("null");
    }

    @Test
    void aKeyThatWasSeenToBeGoneDoesNotComeBack() {
        reply("SET k v");
        reply("EXPIRE k 10");
        var gone = Model.step(state, 1, List.of("GET", "k"), new Moment(NOW + 9_000, NOW + 11_000)).stream()
                .filter(outcome -> outcome.repliesTo(1).get(0).equals(Reply.nil()))
                .toList();
        state = gone.get(0).state();
        assertThat(possible(new Moment(NOW + 9_000, NOW + 9_500), "GET k")).containsExactly("null");
    }

    @Test
    void aLifetimeGivenAtAnUncertainMomentHasAnUncertainRest() {
        reply("SET k v");
        state = Model.step(state, 1, List.of("EXPIRE", "k", "100"), new Moment(NOW, NOW + 3_000))
                .get(0)
                .state();
        assertThat(possible(Moment.at(NOW + 3_000), "TTL k")).containsExactly("an integer from 97 to 100");
    }

    @Test
    void aChangeInsideAnothersExecIsNoticed() {
        reply(1, NOW, "WATCH a b");
        for (var request : List.of("MULTI", "SET b 1", "EXEC")) {
            reply(2, NOW, request);
        }
        reply(1, NOW, "MULTI");
        assertThat(reply(1, NOW, "EXEC")).isEqualTo("the null array");
    }

    @Test
    void whoHasSubscribedTwiceHearsItOnce() {
        reply(1, NOW, "SUBSCRIBE news");
        reply(1, NOW, "SUBSCRIBE news");
        var outcome = Model.step(state, 2, List.of("PUBLISH", "news", "rain"), Moment.at(NOW))
                .get(0);
        assertThat(outcome.repliesTo(1).stream().map(Reply::shown)).containsExactly("[message, news, rain]");
        assertThat(outcome.repliesTo(2).stream().map(Reply::shown)).containsExactly("the integer 1");
    }

    @ParameterizedTest
    @CsvSource({
        "n*s, ns, true",
        "n[^x]ws, news, true",
        "n[f-a]ws, news, true",
        "n[\\]x]ws, n]ws, true",
        "n[e, ne, true",
        "n[a-], n_, true",
        "n\\, n\\, true",
        "n[a-, n-, true",
        "n?ws, nws, false",
        "n[a-], n-, false",
        "n[, n[, false",
        "n[\\a-c]ws, nbws, false",
        "n[a-]b, n]b, false"
    })
    void patternsMatchAsRedisMatchesThem(String pattern, String channel, boolean matches) {
        assertThat(Glob.matches(pattern, channel)).isEqualTo(matches);
    }

    @Test
    void onlyExactnessAsksForTheWordsOfAnErrorAndTheRounding() {
        assertThat(new Reply.Failure("ERR a").allows(new Reply.Failure("ERR b"), false))
                .isTrue();
        assertThat(new Reply.Failure("ERR a").allows(new Reply.Failure("ERR b"), true))
                .isFalse();
        assertThat(new Reply.Between(100, 100).allows(new Reply.Int(99), false)).isTrue();
        assertThat(new Reply.Between(100, 100).allows(new Reply.Int(99), true)).isFalse();
        assertThat(new Reply.Int(1).allows(new Reply.Int(0), false)).isFalse();
    }
}
