package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Step 2: requests that are none, and requests that break the protocol. */
public enum ProtocolMistake implements Mistake {
    EMPTY_ARRAY_IS_AN_ERROR(plain(2, "An array of no elements is answered with an error.")
            .caughtBy("REQ-05.1")
            .hint("empty request")
            .look("no elements, no request, no reply")),
    EMPTY_ARRAY_CLOSES(plain(2, "An array of no elements has no first one, which raises an exception.")
            .closes()
            .caughtBy("REQ-05.1")
            .hint("closed")
            .look("arguments[0] of an empty list")),
    NEGATIVE_ARRAY_IS_AN_ERROR(plain(2, "An array of -1 elements is refused.")
            .caughtBy("REQ-05.2")
            .hint("empty request")
            .look("any negative number of elements is an empty array")),
    LINE_END_IS_CHECKED(exact(2, "The two bytes after an argument have to be CR and LF.")
            .caughtBy("REQ-06")
            .look("Redis skips these two bytes without a look")),
    COUNT_BY_ATOI(plain(2, "A number of elements that is no number counts as 0.")
            .silent()
            .caughtBy("PROTO-01")
            .hint("silence")
            .look("atoi, or an exception caught and turned into 0")),
    LENGTH_BY_ATOI(plain(2, "A length that is no number counts as 0.")
            .silent()
            .caughtBy("PROTO-04", "PROTO-05.2")
            .hint("silence")
            .look("atoi, or an exception caught and turned into 0")),
    NULL_IS_AN_ARGUMENT(plain(2, "An argument of length -1 is taken for null, or for empty.")
            .caughtBy("PROTO-02", "PROTO-05.4")
            .hint("silence")
            .silent()
            .look("null is for replies; in a request no length is negative")),
    NEGATIVE_LENGTH_CRASHES(plain(2, "An argument of length -1 raises an exception, and no error is sent.")
            .closes()
            .caughtBy("PROTO-02")
            .hint("closed")
            .look("new byte[-1]: check the length before it is used")),
    SIMPLE_STRINGS_ARE_ARGUMENTS(plain(2, "An element of a request may be a simple string.")
            .caughtBy("PROTO-03")
            .look("the first byte of each element has to be $")),
    FIRST_BYTE_IS_SKIPPED(exact(2, "The first byte of an element is skipped without a look.")
            .caughtBy("PROTO-12.1")
            .look("the first byte of each element has to be $")),
    CLOSES_WITHOUT_A_WORD(plain(2, "After a broken request the connection is closed, but no error is sent.")
            .closes()
            .caughtBy("PROTO-01")
            .hint("closed")
            .look("send the error before closing")),
    BROKEN_REQUEST_ENDS_THE_SERVER(plain(2, "A number that cannot be read ends the server.")
            .dies()
            .caughtBy("PROTO-01")
            .hint("death")
            .look("the exception of the number parser: it should reach this client only")),
    FORGETS_WHAT_CAME_BEFORE(plain(2, "Replies that were not written yet are lost when a broken request follows.")
            .caughtBy("PROTO-04")
            .look("the error goes behind the replies that are waiting")),
    GOES_ON_AFTER_A_BROKEN_REQUEST(plain(2, "After a broken request the connection stays open.")
            .staysOpen()
            .caughtBy("PROTO-05.1")
            .hint("not closed")
            .look("nobody can tell where the next request begins: close")),
    FINISHES_THE_PACKET(plain(2, "Requests that follow a broken one in the same packet are still carried out.")
            .caughtBy("PROTO-06")
            .hint("twice")
            .look("after a broken request nothing is carried out any more")),
    BROKEN_REQUEST_CLOSES_ALL(plain(2, "A broken request closes the connections of all clients.")
            .closes()
            .caughtBy("PROTO-08")
            .hint("closed")
            .look("the clean-up after an error: it should concern one connection")),
    EVERY_ERROR_CLOSES(plain(2, "After any error the connection is closed.")
            .closes()
            .caughtBy("PIPE-07", "PROTO-09.1")
            .hint("closed")
            .look("close after a request that cannot be read, not after one that cannot be carried out")),
    COUNT_WITH_PLUS(exact(2, "A number of elements may have a plus sign.")
            .silent()
            .caughtBy("PROTO-10.2")
            .hint("silence")
            .look("Long.parseLong and strconv.Atoi accept +1")),
    COUNT_WITH_ZEROS(exact(2, "A number of elements may begin with 0.")
            .silent()
            .caughtBy("PROTO-10.3")
            .hint("silence")
            .look("number parsers accept 01; print the number again and compare")),
    COUNT_WITH_SPACES(exact(2, "A number of elements may have spaces around it.")
            .silent()
            .caughtBy("PROTO-10.4")
            .hint("silence")
            .look("int(), strtol and trim accept spaces")),
    COUNT_WITHOUT_LIMIT(exact(2, "A number of elements may have 64 bits.")
            .silent()
            .caughtBy("PROTO-10.5")
            .hint("silence")
            .look("at most 2147483647")),
    LENGTH_WITH_ZEROS(exact(2, "A length may begin with 0.")
            .silent()
            .caughtBy("PROTO-11.4")
            .hint("silence")
            .look("number parsers accept 04; print the number again and compare")),
    NO_LENGTH_IS_ZERO(exact(2, "A missing length counts as 0.")
            .silent()
            .caughtBy("PROTO-11.3")
            .hint("silence")
            .look("Number(\"\") and atoi(\"\") are 0")),
    LENGTH_WITHOUT_LIMIT(exact(2, "A length may be larger than 512 megabytes.")
            .silent()
            .caughtBy("PROTO-11.5")
            .hint("silence")
            .look("at most 536870912")),
    BROKEN_REQUEST_IN_OWN_WORDS(exact(2, "The error after a broken request has words of its own.")
            .caughtBy("PROTO-10.1")
            .hint("error in own words")
            .look("the texts of protocol errors")),
    WRONG_TYPE_IS_NOT_NAMED(exact(2, "The error for an element that is no bulk string does not say what came.")
            .caughtBy("PROTO-12.1")
            .hint("error in own words")
            .look("ERR Protocol error: expected '$', got '+'")),
    NUMBERS_WITHOUT_LIMIT(exact(2, "The line with the number of elements may be as long as it likes.")
            .silent()
            .caughtBy("PROTO-13")
            .hint("silence")
            .look("a client that never sends a line end must not fill the memory"));

    private final Entry entry;

    ProtocolMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
