package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions and panics as nine languages print them. */
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
                Arguments.of(
                        """
                        terminate called after throwing an instance of 'std::invalid_argument'
                          what():  stoi
                        """, "terminate called after throwing an instance of 'std::invalid_argument'what():  stoi"),
                Arguments.of("*** stack smashing detected ***: terminated\n", """
                        *** stack smashing detected ***: terminated"""));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void isFoundWithItsPlace(String output, String inWords) {
        assertThat(ServerException.in(output).orElseThrow().inWords()).isEqualTo(inWords);
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
    void talkOfErrorsIsNoTrouble() {
        assertThat(ServerException.in("""
                listening on 6379
                sent -ERR unknown command 'FOO'
                client error: bad length
                Error handling is on
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Error: unexpected value: 'P' != '*' | Error: unexpected value: '…' != '…'",
                "ValueError: invalid literal for int() with base 10: b'abc' | ValueError: invalid literal for int() with base …: b'…'",
                "Index 5 out of bounds for length -1 | Index … out of bounds for length …",
                "Error: can't read 'x', won't go on | Error: can't read '…', won't go on",
                "UTF8Error at v1.2 | UTF8Error at v1.2"
            })
    void hasOneNameWhateverTheValuesWere(String what, String withoutValues) {
        assertThat(new ServerException(what, "Own.java:7").inWordsWithoutValues())
                .isEqualTo(withoutValues + ", at Own.java:7");
        assertThat(new ServerException(what, "").inWordsWithoutValues()).isEqualTo(what);
    }
}
