package miniredis.spec.verdict;

import miniredis.spec.wire.Ending;
import miniredis.spec.wire.ReplyReader;
import miniredis.spec.wire.ReplyReader.Reading;

/** What a server did where something was expected of it. */
public sealed interface Observed {
    /** What came from it. */
    byte[] bytes();

    /** The same with other bytes. */
    Observed with(byte[] others);

    /** How it went on, in words; for the person who looks for the mistake. */
    String then();

    /** What was waited for arrived, or something in its place. */
    record Answered(byte[] bytes) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Answered(others);
        }

        @Override
        public String then() {
            return "the connection stayed open";
        }
    }

    /** What came can't become a reply, whatever follows. */
    record Unreadable(byte[] bytes, String reason) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Unreadable(others, reason);
        }

        @Override
        public String then() {
            return "this can't become a reply: " + reason;
        }
    }

    /** Nothing (more) came, and the server had nothing to do. */
    record Silence(byte[] bytes) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Silence(others);
        }

        @Override
        public String then() {
            return bytes.length == 0
                    ? "silence: nothing came, and the connection stayed open"
                    : "silence: no more came, and the connection stayed open";
        }
    }

    /** The server worked and worked, but what was waited for did not come. */
    record Slow(byte[] bytes) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Slow(others);
        }

        @Override
        public String then() {
            return "the server was busy all the time, and was given up as too slow";
        }
    }

    /** The server closed the connection in good order (FIN). */
    record Closed(byte[] bytes) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Closed(others);
        }

        @Override
        public String then() {
            return bytes.length == 0
                    ? "the server closed the connection without an answer"
                    : "the server closed the connection";
        }
    }

    /** The connection was reset (RST). */
    record Reset(byte[] bytes) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Reset(others);
        }

        @Override
        public String then() {
            return "the connection was reset (closed by the server before it had read everything, or with its process)";
        }
    }

    /**
     * There was no connection.
     *
     * @param listening whether somebody listens at all
     */
    record NoConnection(byte[] bytes, boolean listening) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new NoConnection(others, listening);
        }

        @Override
        public String then() {
            return listening
                    ? "somebody listens on the port, but did not accept the connection"
                    : "the connection was refused: nobody listens on the port";
        }
    }

    /** The server did not take the bytes that were sent to it. */
    record Stuck(byte[] bytes) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Stuck(others);
        }

        @Override
        public String then() {
            return "the server took no more of the bytes sent to it, and the connection stayed open";
        }
    }

    /** Far more bytes came than anything asked for. */
    record Flood(byte[] bytes) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Flood(others);
        }

        @Override
        public String then() {
            return "the server kept sending: megabytes that nobody asked for";
        }
    }

    /**
     * The server ended.
     *
     * @param how {@code exited with code 1}, perhaps with its last lines
     */
    record Died(byte[] bytes, String how) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Died(others, how);
        }

        @Override
        public String then() {
            return "the server " + how;
        }
    }

    /** The scenario is over, the server's process lives, and it answers nobody any more. */
    record Hung(byte[] bytes) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Hung(others);
        }

        @Override
        public String then() {
            return "the server's process lives, but it answered no new client any more";
        }
    }

    /**
     * The scenario is over, the server answers PING, and no longer does what it could do before.
     *
     * @param lost the command
     */
    record Spoiled(byte[] bytes, String lost) implements Observed {
        @Override
        public Observed with(byte[] others) {
            return new Spoiled(others, lost);
        }

        @Override
        public String then() {
            return "the server lives, but can't carry out a %s any more, whoever asks".formatted(lost);
        }
    }

    /** Whether the server was no longer of use to anybody. */
    default boolean isBreakdown() {
        return this instanceof Died || this instanceof Hung || this instanceof Spoiled;
    }

    /** @param bytes what came, wherever the waiting ended */
    static Observed of(Ending ending, byte[] bytes) {
        return switch (ending) {
            case ANSWERED -> new Answered(bytes);
            case NOT_RESP -> new Unreadable(bytes, whatIsWrong(bytes));
            case SILENT -> new Silence(bytes);
            case CLOSED -> new Closed(bytes);
            case RESET -> new Reset(bytes);
            case REFUSED -> new NoConnection(bytes, false);
            case NOT_ACCEPTED -> new NoConnection(bytes, true);
            case STUCK -> new Stuck(bytes);
            case FLOODED -> new Flood(bytes);
            case SLOW -> new Slow(bytes);
        };
    }

    private static String whatIsWrong(byte[] bytes) {
        return ReplyReader.read(bytes, 0, bytes.length) instanceof Reading.Broken broken
                ? broken.reason()
                : "no client can read it";
    }

    /** Whether a right server, kept waiting by others or by its machine, can look like this. */
    default boolean canBeLateness() {
        return this instanceof Silence
                || this instanceof Slow
                || this instanceof Hung
                || this instanceof Stuck
                || this instanceof NoConnection refused && refused.listening();
    }
}
