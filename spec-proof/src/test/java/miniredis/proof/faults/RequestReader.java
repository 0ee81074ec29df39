package miniredis.proof.faults;

import static miniredis.proof.mistakes.ConnectionMistake.LOCKED_WHILE_A_REQUEST_ARRIVES;
import static miniredis.proof.mistakes.ConnectionMistake.NEVER_CLOSES_HALF_A_REQUEST;
import static miniredis.proof.mistakes.InlineMistake.*;
import static miniredis.proof.mistakes.ProtocolMistake.*;
import static miniredis.proof.mistakes.StreamMistake.*;
import static miniredis.proof.mistakes.ValueMistake.BYTE_255_IS_THE_END;
import static miniredis.proof.mistakes.ValueMistake.READS_CHARACTERS;
import static miniredis.proof.mistakes.ValueMistake.READS_VALUES_AS_LINES;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import miniredis.proof.mistakes.Mistake;

/** Cuts the stream of bytes into requests. Waits for each byte it needs, so packets don't matter, except by mistake. */
final class RequestReader {
    private static final int LONGEST_LINE = 64 * 1024;

    private final Inbox inbox;
    private final Shared shared;
    private final Fault slip;
    private final Lengths lengths;
    private final Arguments arguments;
    private int size;
    private boolean inTheMiddle;
    private boolean alreadyAnswered;
    private boolean linesOnly;
    private boolean lineEndIsDue;
    private int unreadLineEnd;
    private int readOfLastRequest;
    private int requestsInRead;

    RequestReader(Inbox inbox, Shared shared, Fault slip) {
        this.inbox = inbox;
        this.shared = shared;
        this.slip = slip;
        this.lengths = new Lengths(slip);
        this.arguments = new Arguments(slip);
    }

    /** Whether the input ended, or broke, within a request. */
    boolean isInTheMiddle() {
        return inTheMiddle;
    }

    /**
     * The words of the next request; an empty list for an empty line or array; null at the end of the input.
     *
     * @throws Broken.Request when the bytes are not a request
     */
    List<String> next() throws IOException {
        begin();
        for (; unreadLineEnd > 0; unreadLineEnd--) {
            inbox.next();
        }
        int first = inbox.next();
        if (first == -1) {
            return null;
        }
        inTheMiddle = true;
        inbox.isMidRequest(true);
        boolean locked = slip.is(LOCKED_WHILE_A_REQUEST_ARRIVES);
        if (locked) {
            shared.lock().lock();
        }
        try {
            size = 1;
            return completed(first);
        } finally {
            if (locked) {
                shared.lock().unlock();
            }
        }
    }

    private void begin() {
        inTheMiddle = false;
        alreadyAnswered = false;
        inbox.isMidRequest(false);
    }

    private List<String> completed(int first) throws IOException {
        var request = request(first);
        refuseBrowsers(request);
        if (readOfLastRequest != inbox.reads()) {
            readOfLastRequest = inbox.reads();
            requestsInRead = 0;
        }
        requestsInRead++;
        boolean lost = slip.is(A_THOUSAND_REQUESTS_A_READ) && requestsInRead > 1000;
        begin();
        return lost ? List.of() : arguments.received(request);
    }

    /** A malicious page sends a browser here: whatever the browser sends must not be carried out. */
    private void refuseBrowsers(List<String> request) throws Broken.Request {
        String name = request.isEmpty() ? "" : request.get(0);
        if ((name.equalsIgnoreCase("POST") || name.equalsIgnoreCase("Host:")) && !slip.is(ANSWERS_BROWSERS)) {
            throw Broken.Request.silent();
        }
    }

    private List<String> request(int first) throws IOException {
        if (slip.is(BULK_STRING_IS_A_REQUEST) && first == '$') {
            var alone = List.of(element(first));
            lineEnd();
            return alone;
        }
        if (first == '*' && !linesOnly) {
            var request = array();
            return alreadyAnswered ? List.of() : request;
        }
        if (slip.is(NO_INLINE_COMMANDS)) {
            throw new Broken.Request("ERR Protocol error: expected '*'");
        }
        linesOnly = slip.is(ONCE_A_LINE_ALWAYS_A_LINE);
        return inline(first);
    }

    private List<String> array() throws IOException {
        long count = lengths.ofArray(header("too big mbulk count string", NUMBERS_WITHOUT_LIMIT));
        var words = slip.is(SHARES_ITS_PARSER) ? shared.arguments() : new ArrayList<String>();
        for (long i = 0; i < count; i++) {
            lineEnd();
            words.add(element(nextByte()));
        }
        if (slip.is(ANSWERS_BEFORE_THE_LINE_END) && lineEndIsDue) {
            lineEndIsDue = false;
            unreadLineEnd = 2;
        }
        lineEnd();
        var request = List.copyOf(words);
        if (slip.is(SHARES_ITS_PARSER)) {
            words.clear();
        }
        return request;
    }

    private String element(int kind) throws IOException {
        String header = header("too big bulk count string", null);
        if (kind != '$') {
            if (slip.is(SIMPLE_STRINGS_ARE_ARGUMENTS) && kind == '+') {
                return header;
            }
            if (!slip.is(FIRST_BYTE_IS_SKIPPED)) {
                throw new Broken.Request(
                        slip.is(WRONG_TYPE_IS_NOT_NAMED)
                                ? "ERR Protocol error: expected a bulk string"
                                : "ERR Protocol error: expected '$', got '" + (char) kind + "'");
            }
        }
        int length = lengths.ofElement(header);
        if (slip.is(READS_VALUES_AS_LINES)) {
            return line();
        }
        lineEndIsDue = true;
        return payload(length);
    }

    private String payload(int length) throws IOException {
        if (slip.is(VALUE_IN_ONE_READ)) {
            return payloadOfOneRead(length);
        }
        if (slip.is(READS_CHARACTERS)) {
            return characters(length);
        }
        var payload = new StringBuilder(Math.min(length, LONGEST_LINE));
        while (payload.length() < length) {
            if (inbox.isUsedUp() || slip.is(BYTE_255_IS_THE_END)) {
                answerHalf(payload);
                payload.append((char) nextByte());
            } else {
                String more = inbox.rest(length - payload.length());
                grow(more.length());
                payload.append(more);
            }
        }
        return payload.toString();
    }

    private void answerHalf(StringBuilder payload) throws IOException {
        if (slip.is(ANSWERS_HALF_A_REQUEST) && payload.toString().equals("PIN")) {
            alreadyAnswered = true;
            inbox.answerEarly("+PONG\r\n");
        }
    }

    private String payloadOfOneRead(int length) throws IOException {
        if (inbox.isUsedUp() && !inbox.fill()) {
            throw new EOFException();
        }
        String payload = inbox.rest(length);
        return payload + "\0".repeat(length - payload.length());
    }

    private String characters(int count) throws IOException {
        var payload = new StringBuilder();
        for (int left = count; left > 0; ) {
            int b = nextByte();
            payload.append((char) b);
            boolean continuesACharacter = (b & 0xC0) == 0x80;
            left -= continuesACharacter ? 0 : 1;
        }
        return payload.toString();
    }

    /** The two bytes after an element, whatever they are. */
    private void lineEnd() throws IOException {
        if (!lineEndIsDue) {
            return;
        }
        lineEndIsDue = false;
        int first = nextByte();
        int second = nextByte();
        if (slip.is(LINE_END_IS_CHECKED) && (first != '\r' || second != '\n')) {
            throw new Broken.Request("ERR Protocol error: expected CRLF");
        }
    }

    /** The text before the CR; the LF after it is skipped. */
    private String header(String tooLong, Mistake withoutLimit) throws IOException {
        var line = new StringBuilder();
        for (int b = nextByte(); b != '\r'; b = nextByte()) {
            line.append((char) b);
            if (line.length() >= LONGEST_LINE && !(withoutLimit != null && slip.is(withoutLimit))) {
                throw new Broken.Request("ERR Protocol error: " + tooLong);
            }
            if (slip.is(NUMBER_ENDS_WITH_THE_PACKET) && inbox.isUsedUp()) {
                return line.toString();
            }
        }
        if (!(slip.is(CR_AND_LF_IN_ONE_READ) && inbox.isUsedUp())) {
            nextByte();
        }
        return line.toString();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (line.length() < 2 || !line.substring(line.length() - 2).equals("\r\n")) {
            line.append((char) nextByte());
        }
        return line.substring(0, line.length() - 2);
    }

    private List<String> inline(int first) throws IOException {
        var line = new StringBuilder();
        for (int b = first; b != '\n' || slip.is(LINES_NEED_CR) && !endsWithCr(line); b = nextByte()) {
            line.append((char) b);
            if (line.length() > LONGEST_LINE && !slip.is(LINES_WITHOUT_LIMIT)) {
                throw new Broken.Request("ERR Protocol error: too big inline request");
            }
            if (slip.is(LINES_IN_ONE_READ) && inbox.isUsedUp()) {
                break;
            }
        }
        if (endsWithCr(line) && !slip.is(CR_BELONGS_TO_THE_LINE)) {
            line.setLength(line.length() - 1);
        }
        return new InlineWords(line.toString(), slip).split();
    }

    private static boolean endsWithCr(StringBuilder line) {
        return line.length() > 0 && line.charAt(line.length() - 1) == '\r';
    }

    /** The next byte of a request that has begun. */
    private int nextByte() throws IOException {
        if (inbox.isUsedUp()) {
            atTheEndOfARead();
        }
        int next = inbox.next();
        if (next == -1) {
            if (slip.is(NEVER_CLOSES_HALF_A_REQUEST)) {
                Connection.waitForEver();
            }
            throw new EOFException();
        }
        grow(1);
        return next & 0xff;
    }

    private void atTheEndOfARead() throws IOException {
        if (slip.is(PIECES_ARE_ERRORS)) {
            throw startAnew(new Broken.Request("ERR Protocol error: incomplete request", true));
        }
        boolean behindAWholeOne = requestsInRead > 0 && readOfLastRequest == inbox.reads();
        if (slip.is(PIECES_ARE_FORGOTTEN) || slip.is(FORGETS_THE_HALF) && behindAWholeOne) {
            throw startAnew(new Broken.Forgotten());
        }
    }

    private IOException startAnew(IOException why) {
        lineEndIsDue = false;
        inTheMiddle = false;
        return why;
    }

    private void grow(int bytes) throws IOException {
        size += bytes;
        if (slip.is(BUFFER_OF_4096) && size > 4096 || slip.is(BUFFER_OF_65536) && size > 65536) {
            throw new Broken.Closing();
        }
    }
}
