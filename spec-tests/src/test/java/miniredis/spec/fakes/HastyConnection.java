package miniredis.spec.fakes;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads requests as many beginners' servers do: by whole reads, and not as a stream of bytes. */
final class HastyConnection {
    private static final int BUFFER = 1024;
    private static final int PLENTY = 64 * 1024;
    private static final int LINE_END = 2;

    private final Socket socket;
    private final Habit habit;

    /** What has been read, one char a byte, from {@link #at} on. */
    private String buffer = "";

    private int at;

    /** There is less than a whole request. */
    private static final class Unfinished extends Exception {
        private static final long serialVersionUID = 1L;
    }

    HastyConnection(Socket socket, Habit habit) {
        this.socket = socket;
        this.habit = habit;
    }

    void serve(FakeConnection.Answering answering) throws IOException, FakeConnection.Garbage {
        int size = keepsWhatIsLeft() ? PLENTY : BUFFER;
        var read = new byte[size];
        int length = socket.getInputStream().read(read);
        while (length >= 0) {
            buffer = (keepsWhatIsLeft() ? buffer.substring(at) : "")
                    + new String(read, 0, length, StandardCharsets.ISO_8859_1);
            at = 0;
            boolean isFull = length == size;
            carryOut(answering, isFull);
            if (habit == Habit.HAS_A_BUFFER_OF_1024 && isFull) {
                skipTheRest();
            }
            length = socket.getInputStream().read(read);
        }
    }

    private boolean keepsWhatIsLeft() {
        return habit != Habit.TAKES_A_READ_FOR_REQUESTS && habit != Habit.HAS_A_BUFFER_OF_1024;
    }

    private void skipTheRest() throws IOException {
        while (socket.getInputStream().available() > 0) {
            socket.getInputStream().skip(socket.getInputStream().available());
        }
    }

    private void carryOut(FakeConnection.Answering answering, boolean isFull)
            throws IOException, FakeConnection.Garbage {
        try {
            while (at < buffer.length()) {
                int begin = at;
                try {
                    var request = request(isFull);
                    var answer = request.isEmpty() ? answering.answerNothing() : answering.answer(request);
                    if (answer != null) {
                        socket.getOutputStream().write(answer);
                    }
                } catch (Unfinished wait) {
                    at = begin;
                    return;
                }
                if (habit == Habit.DROPS_ALL_BUT_THE_FIRST_OF_A_READ) {
                    at = buffer.length();
                }
            }
        } catch (NumberFormatException garbage) {
            socket.getOutputStream().write(FakeRedis.ascii("-ERR Protocol error: invalid length\r\n"));
            throw new FakeConnection.Garbage("length");
        }
    }

    private List<byte[]> request(boolean isFull) throws IOException, Unfinished {
        var head = line();
        if (!head.startsWith("*")) {
            var words = new ArrayList<byte[]>();
            for (var word : head.strip().split("\\s+")) {
                if (!word.isEmpty()) {
                    words.add(FakeRedis.ascii(word));
                }
            }
            return words;
        }
        var words = new ArrayList<byte[]>();
        for (int left = Integer.parseInt(head.substring(1)); left > 0; left--) {
            var size = line();
            if (!size.startsWith("$")) {
                throw new NumberFormatException(size);
            }
            words.add(FakeRedis.ascii(word(Integer.parseInt(size.substring(1)), isFull)));
        }
        return words;
    }

    private String word(int length, boolean isFull) throws Unfinished {
        if (length < 0 || length > 512 * 1024 * 1024) {
            throw new NumberFormatException("length");
        }
        if (habit == Habit.COUNTS_CHARACTERS_OF_REQUESTS) {
            return skipLineEnd(characters(length));
        }
        int end = at + length;
        if (end > buffer.length()) {
            boolean takesWhatIsThere =
                    habit == Habit.FILLS_SHORT_READS_WITH_ZEROS || habit == Habit.HAS_A_BUFFER_OF_1024 && isFull;
            if (!takesWhatIsThere || at >= buffer.length()) {
                throw new Unfinished();
            }
            var part = buffer.substring(at);
            at = buffer.length();
            return habit == Habit.FILLS_SHORT_READS_WITH_ZEROS ? part + "\0".repeat(length - part.length()) : part;
        }
        if (keepsWhatIsLeft() && end + LINE_END > buffer.length()) {
            // Half a line end would be taken for the beginning of the next request.
            throw new Unfinished();
        }
        var word = buffer.substring(at, end);
        at = end;
        return skipLineEnd(word);
    }

    private String characters(int count) throws Unfinished {
        var begin = at;
        for (int i = 0; i < count; i++) {
            if (at >= buffer.length()) {
                throw new Unfinished();
            }
            at++;
            while (at < buffer.length() && (buffer.charAt(at) & 0xC0) == 0x80) {
                at++;
            }
        }
        return buffer.substring(begin, at);
    }

    private String skipLineEnd(String word) {
        at = Math.min(buffer.length(), at + LINE_END);
        return word;
    }

    private String line() throws Unfinished {
        int end = buffer.indexOf(habit == Habit.WANTS_CR_BEFORE_LF ? "\r\n" : "\n", at);
        if (end < 0) {
            throw new Unfinished();
        }
        var line = buffer.substring(at, end).replace("\r", "");
        at = buffer.indexOf('\n', end) + 1;
        return line;
    }
}
