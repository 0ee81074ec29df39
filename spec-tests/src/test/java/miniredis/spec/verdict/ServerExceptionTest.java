package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import miniredis.spec.wire.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions and panics as eleven languages print them. */
class ServerExceptionTest {
    static Stream<Arguments> printed() {
        return Stream.of(
                Arguments.of("""
                        listening
                        Exception in thread "client-3" java.lang.NumberFormatException: For input string: "abc"
                        	at java.base/java.lang.Integer.parseInt(Integer.java:668)
                        	at app.Handler.parse(Handler.java:41)
                        	at app.Handler.run(Handler.java:20)
                        """, """
                        java.lang.NumberFormatException: For input string: "abc", at app.Handler.parse(Handler.java:41)"""),
                Arguments.of("""
                        Traceback (most recent call last):
                          File "/usr/lib/python3.11/threading.py", line 1038, in _bootstrap_inner
                            self.run()
                          File "/home/ada/redis/server.py", line 12, in handle
                            text = data.decode()
                        UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff
                        """, """
                        UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff, at server.py:12 in handle"""),
                Arguments.of("""
                        panic: runtime error: index out of range [0] with length 0

                        goroutine 19 [running]:
                        main.handle({0x4e1d68, 0xc000012018})
                        	/home/ada/redis/main.go:57 +0x1a5
                        created by main.main
                        """, "panic: runtime error: index out of range [0] with length 0, at main.go:57"),
                Arguments.of("""
                        thread 'main' panicked at src/main.rs:31:44:
                        called `Result::unwrap()` on an `Err` value: Utf8Error
                        note: run with `RUST_BACKTRACE=1`
                        """, "panicked: called `Result::unwrap()` on an `Err` value: Utf8Error, at main.rs:31:44"),
                Arguments.of("""
                        thread '<unnamed>' panicked at 'index out of bounds', src/parse.rs:9:5
                        """, "panicked: index out of bounds, at parse.rs:9:5"),
                Arguments.of("""
                        /home/ada/app/main.js:14
                            const name = parts[2].toUpperCase();
                                                  ^

                        TypeError: Cannot read properties of undefined (reading 'toUpperCase')
                            at handle (/home/ada/app/main.js:14:27)
                            at Socket.emit (node:events:524:28)
                        """, """
                        TypeError: Cannot read properties of undefined (reading 'toUpperCase'), at handle (main.js:14:27)"""),
                Arguments.of("""
                        PHP Fatal error:  Uncaught TypeError: strlen(): Argument #1 must be of type string in /srv/app/server.php:88
                        """, "TypeError: strlen(): Argument #1 must be of type string, at server.php:88"),
                Arguments.of("""
                        app/server.rb:20:in `block in serve': undefined method `upcase' for nil:NilClass (NoMethodError)
                        """, "undefined method `upcase' for nil:NilClass (NoMethodError), at server.rb:20"),
                Arguments.of("""
                        terminate called after throwing an instance of 'std::invalid_argument'
                          what():  stoi
                        """, "terminate called after throwing an instance of 'std::invalid_argument': stoi"),
                Arguments.of("""
                        terminate called after throwing an instance of 'int'
                        Aborted
                        """, "terminate called after throwing an instance of 'int'"),
                Arguments.of("""
                        java.lang.StackOverflowError
                        	at java.base/java.util.HashMap.hash(HashMap.java:338)
                        	at app.Store.get(Store.java:9)
                        """, "java.lang.StackOverflowError, at app.Store.get(Store.java:9)"),
                Arguments.of("""
                        java.net.SocketException: Connection reset
                        	at java.base/sun.nio.ch.NioSocketImpl.read(NioSocketImpl.java:328)
                        """, "java.net.SocketException: Connection reset"),
                Arguments.of("""
                        Traceback (most recent call last):
                          File "/usr/lib/python3.11/socketserver.py", line 316, in _handle_request_noblock
                            self.process_request(request, client_address)
                          File "<frozen runpy>", line 88, in _run_code

                        KeyboardInterrupt
                        """, "KeyboardInterrupt, at <frozen runpy>:88 in _run_code"),
                Arguments.of("""
                        Traceback (most recent call last):
                          File "/srv/app/server.py", line 9, in handle
                            json.loads(text)
                          File "/usr/lib/python3.11/json/decoder.py", line 355, in raw_decode
                        json.decoder.JSONDecodeError: Expecting value
                        """, "json.decoder.JSONDecodeError: Expecting value, at server.py:9 in handle"),
                Arguments.of("""
                        Traceback (most recent call last):
                          File "/srv/app/server.py", line 3
                            def handle(
                        SyntaxError: '(' was never closed
                        """, "SyntaxError: '(' was never closed, at server.py:3"),
                Arguments.of("""
                        fatal error: all goroutines are asleep - deadlock!

                        goroutine 1 [running]:
                        panic(...)
                        	/usr/local/go/src/runtime/panic.go:884 +0x212
                        main.main()
                        	C:/ada/redis/main.go:12 +0x1d
                        """, "fatal error: all goroutines are asleep - deadlock!, at main.go:12"),
                Arguments.of("""
                        thread 'tokio-runtime-worker' (77) panicked at src/store.rs:8:1:
                        no such key
                        """, "panicked: no such key, at store.rs:8:1"),
                Arguments.of("""
                        Fatal error: Allowed memory size exhausted in /srv/app/server.php on line 12
                        """, "Allowed memory size exhausted, at server.php:12"),
                Arguments.of("Fatal error:  Out of memory\n", "Out of memory"),
                Arguments.of("""
                        #<Thread:0x00007f run> /srv/server.rb:7:in `serve': closed stream (IOError)
                        """, "closed stream (IOError), at server.rb:7"),
                Arguments.of("server: main.c:9: main: Assertion `n > 0' failed.\n", """
                        server: main.c:9: main: Assertion `n > 0' failed."""),
                Arguments.of("==7==ERROR: AddressSanitizer: heap-use-after-free\n", """
                        ==7==ERROR: AddressSanitizer: heap-use-after-free"""),
                Arguments.of("double free or corruption (out)\n", "double free or corruption (out)"),
                Arguments.of("Segmentation fault (core dumped)\n", "Segmentation fault (core dumped)"),
                Arguments.of("""
                        13:48:57.467 [error] Task #PID<0.142.0> started from Kv.Supervisor terminating
                        ** (MatchError) no match of right hand side value: {:error, "no length"}
                            (elixir 1.14.0) lib/enum.ex:975: Enum."-each/2-lists^foreach/1-0-"/2
                            (kv 0.1.0) lib/kv/parser.ex:48: Kv.Parser.decode/1
                            (stdlib 4.2) proc_lib.erl:240: :proc_lib.init_p_do_apply/3
                        """, """
                        MatchError: no match of right hand side value: {:error, "no length"}, at parser.ex:48"""),
                Arguments.of("""
                        ** (EXIT from #PID<0.98.0>) an exception was raised:
                            ** (ArithmeticError) bad argument in arithmetic expression
                                server.exs:7: Server.count/1
                        """, "ArithmeticError: bad argument in arithmetic expression, at server.exs:7"),
                Arguments.of("""
                        Unhandled exception in spawn: Invalid Int32: "abc" (ArgumentError)
                          from /usr/lib/crystal/lib/string.cr:432:5 in 'to_i32'
                          from src/server.cr:45:28 in 'handle'
                        """, """
                        ArgumentError: Invalid Int32: "abc", at server.cr:45:28"""),
                Arguments.of("Unhandled exception: Out of luck\n", "Out of luck"),
                Arguments.of("""
                        Not reachableterminate called after throwing an instance of 'std::out_of_range'
                          what():  stoi
                        """, "terminate called after throwing an instance of 'std::out_of_range': stoi"),
                Arguments.of("*** stack smashing detected ***: terminated\n", """
                        *** stack smashing detected ***: terminated"""));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void isFoundWithItsPlace(String output, String inWords) {
        assertThat(ServerException.in(output).orElseThrow().inWords()).isEqualTo(inWords);
    }

    /** Each byte that does not decode is wrong for its own reason; the server's mistake is one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0xff in position 0: invalid start byte",
                "0xc3 in position 12: unexpected end of data",
                "0xe2 in position 3: invalid continuation byte"
            })
    void oneTypeAtOnePlaceIsOneCauseWhateverTheValue(String value) {
        var printed =
                new ServerException("UnicodeDecodeError: 'utf-8' codec can't decode byte " + value, "types.py:63");

        assertThat(printed.inWordsWithoutValues())
                .isEqualTo("UnicodeDecodeError: '…' codec can't decode byte … in position …, at types.py:63");
    }

    @Test
    void theFirstOneCountsAndLongOnesAreCut() {
        var printed = "Segmentation fault\npanic: " + "x".repeat(300) + "\n";

        assertThat(ServerException.in(printed).orElseThrow().what()).isEqualTo("Segmentation fault");
        assertThat(ServerException.in(printed.substring("Segmentation fault\n".length()))
                        .orElseThrow()
                        .what())
                .hasSize(201)
                .endsWith("x…");
    }

    /** A server that catches its exceptions, prints them, and makes error replies of them has not crashed. */
    @ParameterizedTest
    @CsvSource({
        "ServerError: unknown command, ERR unknown command, true",
        "ServerError: ERR unknown command, ERR unknown command, true",
        "ServerError: no such length, ERR unknown command, false",
        "ServerError: unknown command, ERR, false"
    })
    void anErrorReplyMayTellIt(String what, String reply, boolean told) {
        assertThat(new ServerException(what, "main.py:87").isToldBy(new Reply.ErrorReply(reply)))
                .isEqualTo(told);
    }

    @Test
    void isUnfinishedUntilTheExceptionWasPrinted() {
        var frames = """
                Traceback (most recent call last):
                  File "/srv/server.py", line 21, in serve
                    c.sendall(answer(words).encode())
                """;
        assertThat(ServerException.in(frames).orElseThrow().isUnfinished()).isTrue();
        assertThat(ServerException.in(frames + "IndexError: list index out of range\n")
                        .orElseThrow()
                        .isUnfinished())
                .isFalse();
    }

    @Test
    void talkOfErrorsIsNoException() {
        assertThat(ServerException.in("""
                listening on 6379
                sent -ERR unknown command 'FOO'
                client error: bad length
                Error handling is on
                java.io.IOException: logged without a trace
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Error: unexpected value: 'P' != '*' | Error: unexpected value: '…' != '…'",
                "ValueError: invalid literal for int() with base 10: b'abc' | ValueError: invalid literal for int() with base …",
                "Index 5 out of bounds for length -1 | Index … out of bounds for length …",
                "Error: can't read 'x', won't go on | Error: can't read '…', won't go on",
                "UTF8Error at v1.2 | UTF8Error at v1.2",
                "Error: byte 0xff, 0xC3 or 0x80 | Error: byte …, … or …",
                "MatchError: no match: {:ok, [\"PING\"], [\"*1\", \"$4\", \"PING\"]} | MatchError: no match: {:ok, [\"…\"], [\"…\"]}",
                "Error: x0xff | Error: x0xff"
            })
    void hasOneNameWhateverTheValuesWere(String what, String withoutValues) {
        assertThat(new ServerException(what, "Own.java:7").inWordsWithoutValues())
                .isEqualTo(withoutValues + ", at Own.java:7");
        assertThat(new ServerException(what, "").inWordsWithoutValues()).isEqualTo(what);
    }

    @Test
    void whatLooksLikeAnErrorIsKeptAFewLinesOfIt() {
        var printed = """
                listening on 7000
                Failed to add connection: Maximum connections reached
                client 12 sent ERRATIC bytes
                Failed to add connection: Maximum connections reached
                error: one
                error: two
                error: three
                """;

        assertThat(ServerException.complaints(printed))
                .containsExactly("Failed to add connection: Maximum connections reached", "error: one", "error: two");
    }

    @Test
    void aPlaceIsATypeAndALine() {
        var one = new ServerException("ValueError: byte 0xff: no", "server.py:63");
        var other = new ServerException("ValueError: byte 0x80 at the end", "server.py:63");

        assertThat(one.place())
                .isEqualTo(other.place())
                .isNotEqualTo(new ServerException("ValueError: byte 0xff: no", "server.py:64").place());
        assertThat(new ServerException("Segmentation fault (core dumped)", "").place())
                .isEmpty();
        assertThat(new ServerException("Segmentation fault (core dumped)", "").saysNothing())
                .isTrue();
        assertThat(new ServerException("free(): invalid pointer", "").saysNothing())
                .isFalse();
    }
}
