package miniredis.spec.fakes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads requests and sends what comes back for them. */
final class FakeConnection {
    private final Socket socket;
    private final InputStream in;
    private boolean isArray;

    /** Answers a request; null for nothing. */
    interface Answering {
        byte[] answer(List<byte[]> request) throws IOException;

        /** The same for an array without elements. */
        default byte[] answerNothing() throws IOException {
            return null;
        }
    }

    /** Something that is not a request. */
    static final class Garbage extends Exception {
        private static final long serialVersionUID = 1L;

        Garbage(String what) {
            super(what);
        }
    }

    FakeConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    void serve(Answering answering) throws IOException, Garbage {
        try {
            for (var request = request(); request != null; request = request()) {
                var answer = request.isEmpty() ? answerNothing(answering) : answering.answer(request);
                if (answer != null) {
                    socket.getOutputStream().write(answer);
                }
            }
        } catch (Garbage garbage) {
            socket.getOutputStream().write(FakeRedis.ascii("-ERR Protocol error: " + garbage.getMessage() + "\r\n"));
            throw garbage;
        }
    }

    private byte[] answerNothing(Answering answering) throws IOException {
        return isArray ? answering.answerNothing() : null;
    }

    /** Null at the end. */
    private List<byte[]> request() throws IOException, Garbage {
        var head = line();
        isArray = head != null && head.startsWith("*");
        if (head == null) {
            return null;
        }
        if (head.startsWith("POST ") || head.startsWith("Host:")) {
            return null;
        }
        if (!head.startsWith("*")) {
            return inline(head);
        }
        var words = new ArrayList<byte[]>();
        for (long i = length(head, "multibulk"); i > 0; i--) {
            var size = line();
            if (size == null) {
                return null;
            }
            if (!size.startsWith("$")) {
                throw new Garbage("expected '$', got '" + (size.isEmpty() ? ' ' : size.charAt(0)) + "'");
            }
            long length = length(size, "bulk");
            if (length < 0 || length > 512 * 1024 * 1024) {
                throw new Garbage("invalid bulk length");
            }
            var word = in.readNBytes((int) length);
            if (word.length < length || in.readNBytes(2).length < 2) {
                return null;
            }
            words.add(word);
        }
        return words;
    }

    private static long length(String line, String what) throws Garbage {
        var digits = line.substring(1);
        if (!digits.matches("0|-?[1-9][0-9]{0,8}|[12][0-9]{9}") || Long.parseLong(digits) > Integer.MAX_VALUE) {
            throw new Garbage("invalid " + what + " length");
        }
        return Long.parseLong(digits);
    }

    private static List<byte[]> inline(String line) throws Garbage {
        var words = new ArrayList<byte[]>();
        var word = new StringBuilder();
        char quote = 0;
        boolean inWord = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == '"' && c == '\\' && i + 1 < line.length()) {
                char next = line.charAt(++i);
                if (next == 'x' && line.substring(i + 1).matches("(?s)[0-9a-fA-F]{2}.*")) {
                    word.append((char) Integer.parseInt(line, i + 1, i + 3, 16));
                    i += 2;
                } else {
                    int at = "nrtba".indexOf(next);
                    word.append(at < 0 ? next : "\n\r\t\b\u0007".charAt(at));
                }
            } else if (quote == '\'' && c == '\\' && line.startsWith("'", i + 1)) {
                word.append(line.charAt(++i));
            } else if (quote != 0 && c == quote) {
                quote = 0;
                if (i + 1 < line.length() && !Character.isWhitespace(line.charAt(i + 1))) {
                    throw new Garbage("unbalanced quotes in request");
                }
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString().getBytes(StandardCharsets.ISO_8859_1));
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new Garbage("unbalanced quotes in request");
        }
        if (inWord) {
            words.add(word.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return words;
    }

    /** Without its end; null at the end of the input. */
    private String line() throws IOException, Garbage {
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
            }
            line.append((char) b);
            if (line.length() > 64 * 1024) {
                throw new Garbage("too big inline request");
            }
        }
        return null;
    }
}
