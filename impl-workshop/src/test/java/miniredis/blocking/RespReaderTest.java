package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("step2")
class RespReaderTest {
    @Test
    void reads_an_array_of_bulk_strings() throws IOException {
        assertThat(read("*2\r\n$3\r\nGET\r\n$4\r\nname\r\n")).isEqualTo(words("GET", "name"));
    }

    @Test
    void reads_one_request_after_the_other_and_then_sees_the_end() throws IOException {
        var reader = reader("*1\r\n$4\r\nPING\r\n*2\r\n$3\r\nGET\r\n$1\r\na\r\n");

        assertThat(reader.read()).isEqualTo(words("PING"));
        assertThat(reader.read()).isEqualTo(words("GET", "a"));
        assertThat(reader.read()).isNull();
    }

    @Test
    void takes_as_many_bytes_as_the_length_says_whatever_they_are() throws IOException {
        assertThat(read("*2\r\n$3\r\nGET\r\n$10\r\n\0\r\n$1\r\n\u00ff\u0080*\r\n"))
                .isEqualTo(words("GET", "\0\r\n$1\r\n\u00ff\u0080*"));
        assertThat(read("*2\r\n$3\r\nGET\r\n$0\r\n\r\n")).isEqualTo(words("GET", ""));
    }

    @Test
    void does_not_look_at_the_two_bytes_after_a_bulk_string() throws IOException {
        assertThat(read("*1\r\n$4\r\nPINGxx")).isEqualTo(words("PING"));
    }

    @Test
    void waits_for_the_rest_when_the_bytes_come_one_by_one() throws IOException {
        var reader = new RespReader(oneByOne("*2\r\n$3\r\nGET\r\n$4\r\nname\r\nPING\r\n"));

        assertThat(reader.read()).isEqualTo(words("GET", "name"));
        assertThat(reader.read()).isEqualTo(words("PING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*0\r\n", "*-1\r\n", "*-10\r\n", "\r\n", "\n", "   \r\n"})
    void an_empty_request_has_no_words(String bytes) throws IOException {
        assertThat(read(bytes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET name\r\n", "GET name\n", "  GET   name  \r\n", "GET\tname\r\n"})
    void reads_a_line_as_words(String line) throws IOException {
        assertThat(read(line)).isEqualTo(words("GET", "name"));
    }

    @Test
    void finds_no_end_behind_a_nul_because_redis_finds_none() {
        assertThatThrownBy(() -> read("PI\0NG\r\nPING\r\n")).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("*1\0\r\n$4\r\nPING\r\n")).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*1", "*1\r\n", "*1\r\n$4\r", "*1\r\n$4\r\nPI", "*1\r\n$4\r\nPING\r", "PING"})
    void tells_a_client_that_left_half_way_from_one_that_is_done(String bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(EOFException.class);
    }

    @Test
    void takes_no_memory_for_bytes_that_were_only_announced() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> read("*2147483647\r\n$536870912\r\nonly this")).isInstanceOf(EOFException.class);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 * 1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST / HTTP/1.1\r\n", "Host: localhost\r\n", "*1\r\n$4\r\npost\r\n"})
    void refuses_browsers(String bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(BrowserException.class);
    }

    private static @Nullable List<Bytes> read(String bytes) throws IOException {
        return reader(bytes).read();
    }

    private static RespReader reader(String bytes) {
        return new RespReader(new ByteArrayInputStream(Bytes.of(bytes).content()));
    }

    private static InputStream oneByOne(String bytes) {
        var packets = bytes.chars()
                .mapToObj(c -> (InputStream) new ByteArrayInputStream(new byte[] {(byte) c}))
                .toList();
        return new SequenceInputStream(Collections.enumeration(packets));
    }

    private static List<Bytes> words(String... words) {
        return List.of(words).stream().map(Bytes::of).toList();
    }
}
