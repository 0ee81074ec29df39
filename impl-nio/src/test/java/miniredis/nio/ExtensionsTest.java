package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Corner cases of the commands beyond the six that the specification does not cover. */
class ExtensionsTest {
    private final Conversation conversation = new Conversation();

    @Test
    void what_a_transaction_answers_is_in_the_protocol_of_each_moment() {
        say("MULTI");
        say("HELLO", "3");
        say("GET", "nothing");
        say("HELLO", "2");
        say("GET", "nothing");

        assertThat(say("EXEC")).startsWith("*4\r\n%7").contains("\r\n_\r\n*14").endsWith("$-1\r\n");
    }

    @Test
    void queued_requests_keep_their_bytes() {
        var large = "x".repeat(300_000);
        say("MULTI");
        say("SET", "large", large);
        say("MSET", "a", "1", "b", "2", "c", "3", "d", "4", "e", "5");
        for (int i = 0; i < 100; i++) {
            say("INCR", "counter");
        }
        say("EXEC");

        assertThat(say("GET", "large")).isEqualTo("$300000\r\n" + large + "\r\n");
        assertThat(say("MGET", "a", "e", "counter")).isEqualTo("*3\r\n$1\r\n1\r\n$1\r\n5\r\n$3\r\n100\r\n");
    }

    @Test
    void an_exec_that_is_malformed_ends_the_transaction() {
        say("MULTI");

        assertThat(say("EXEC", "now"))
                .isEqualTo(
                        "-EXECABORT Transaction discarded because of: wrong number of arguments for 'exec' command\r\n");
        assertThat(say("EXEC")).isEqualTo("-ERR EXEC without MULTI\r\n");
    }

    /** Redis sets the key, though only for a moment; Valkey does not, so the specification names both. */
    @Test
    void a_set_whose_lifetime_is_already_over_changes_a_watched_key() {
        say("WATCH", "k");
        say("SET", "k", "1", "PXAT", "1");
        say("MULTI");

        assertThat(say("EXEC")).isEqualTo("*-1\r\n");
    }

    @Test
    void set_get_replies_the_old_value_however_long() {
        var old = "o".repeat(200_000);
        say("SET", "a", old);

        assertThat(say("SET", "a", "new", "GET")).isEqualTo("$200000\r\n" + old + "\r\n");
        assertThat(say("GET", "a")).isEqualTo("$3\r\nnew\r\n");
    }

    @Test
    void flushall_frees_what_a_hundred_thousand_keys_took() {
        for (int i = 0; i < 100_000; i++) {
            say("SET", "key:" + i, "value", "EX", i % 2 == 0 ? "100" : "200");
        }
        say("SET", "large", "x".repeat(300_000));

        assertThat(say("FLUSHALL")).isEqualTo("+OK\r\n");
        assertThat(say("DBSIZE")).isEqualTo(":0\r\n");
        assertThat(say("GET", "key:77777")).isEqualTo("$-1\r\n");
        assertThat(say("INFO", "memory")).contains("\r\nused_memory:0\r\n");
        assertThat(say("INFO", "stats")).contains("\r\nexpired_keys:0\r\n");
        assertThat(say("SET", "key:1", "again")).isEqualTo("+OK\r\n");
        assertThat(say("DBSIZE")).isEqualTo(":1\r\n");
    }

    @Test
    void a_key_that_got_its_expiry_with_its_value_expires() {
        say("SET", "a", "1", "PX", "500");
        conversation.sleep(501);

        assertThat(say("EXISTS", "a")).isEqualTo(":0\r\n");
        assertThat(say("INFO", "stats")).contains("\r\nexpired_keys:1\r\n");
    }

    @Test
    void numbers_have_the_same_digits_in_every_language() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            say("SET", "a", "1");
            assertThat(say("CLIENT", "INFO")).contains("id=1 ").contains(" resp=2");
            assertThat(say("INFO", "keyspace")).contains("db0:keys=1,expires=0,avg_ttl=0\r\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    private String say(String... words) {
        return conversation.ask(Conversation.request(words));
    }
}
