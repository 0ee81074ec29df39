package miniredis.spec.verdict;

import java.util.Arrays;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.ReplyReader;
import miniredis.spec.wire.ReplyReader.Reading;

/** What a server did where something was expected of it. */
public sealed interface Actual {
    /** What came from it. */
    byte[] bytes();

    /** How the connection, or the server, went on. */
    Message then();

    /** What was waited for arrived, or something in its place. */
    record Answered(byte[] bytes) implements Actual {
        @Override
        public Message then() {
            return Message.of("then.open");
        }
    }

    /** What came can't become a reply, whatever follows. */
    record Unreadable(byte[] bytes, Message reason) implements Actual {
        @Override
        public Message then() {
            return Message.of("then.unreadable", reason);
        }
    }

    /** All that was expected came, and then more, from the byte with this index on. */
    record TooMuch(byte[] bytes, int from) implements Actual {
        @Override
        public Message then() {
            return Message.of("then.open");
        }
    }

    /** What became of one more PING, sent after a silence. */
    enum Afterwards {
        /** It was not sent, or what came of it tells nothing. */
        UNKNOWN,
        /** On the same connection it was answered: the server has ignored what came before. */
        PASSED_OVER,
        /** The same, in one piece, and what came before was sent in several. */
        ANSWERED_IN_ONE_PIECE,
        /** On the same connection it got an error: the server was still reading what came before. */
        TAKEN_FOR_THE_REST,
        /** On the same connection it got more than one reply: what was waited for came with it. */
        ANSWERED_LATE,
        /** On the same connection it got no answer: the server closed it. */
        CLOSED_THEN,
        /** Not on the same connection, but on a new one. */
        CONNECTION_HANGS,
        /** Not on a new one either. */
        SERVER_HANGS
    }

    /** Nothing (more) came, and the server had nothing to do. */
    record Silence(byte[] bytes, Afterwards afterwards) implements Actual {
        public Silence(byte[] bytes) {
            this(bytes, Afterwards.UNKNOWN);
        }

        @Override
        public Message then() {
            var silence = bytes.length == 0 ? Message.of("then.silence") : Message.of("then.silence-after-some");
            return switch (afterwards) {
                case UNKNOWN -> silence;
                case PASSED_OVER, ANSWERED_IN_ONE_PIECE -> Message.of("then.passed-over", silence);
                case TAKEN_FOR_THE_REST -> Message.of("then.taken-for-the-rest", silence);
                case ANSWERED_LATE -> Message.of("then.answered-late", silence);
                case CLOSED_THEN -> Message.of("then.closed-at-ping", silence);
                case CONNECTION_HANGS -> Message.of("then.connection-hangs", silence);
                case SERVER_HANGS -> Message.of("then.server-hangs", silence);
            };
        }
    }

    /** The server worked and worked, but what was waited for did not come. */
    record Slow(byte[] bytes) implements Actual {
        @Override
        public Message then() {
            return Message.of("then.slow");
        }
    }

    /** The server closed the connection in good order (FIN). */
    record Closed(byte[] bytes) implements Actual {
        @Override
        public Message then() {
            return bytes.length == 0 ? Message.of("then.closed-without-an-answer") : Message.of("then.closed");
        }
    }

    /** The connection was reset (RST). */
    record Reset(byte[] bytes) implements Actual {
        @Override
        public Message then() {
            return Message.of("then.reset");
        }
    }

    /**
     * There was no connection.
     *
     * @param listening whether a program listens on the port at all
     */
    record NoConnection(byte[] bytes, boolean listening) implements Actual {
        @Override
        public Message then() {
            return listening ? Message.of("then.not-accepted") : Message.of("then.refused");
        }
    }

    /** The server did not take the bytes that were sent to it. */
    record Stuck(byte[] bytes) implements Actual {
        @Override
        public Message then() {
            return Message.of("then.stuck");
        }
    }

    /** Far more bytes came than anything asked for. */
    record Flood(byte[] bytes) implements Actual {
        @Override
        public Message then() {
            return Message.of("then.flood");
        }
    }

    /**
     * The server ended.
     *
     * @param how {@code exited with code 1}, perhaps with its last lines
     */
    record Died(byte[] bytes, String how) implements Actual {
        @Override
        public Message then() {
            return Message.of("then.died", how);
        }
    }

    /** The scenario is over; the server's process lives, and no longer answers any client. */
    record Hung(byte[] bytes) implements Actual {
        @Override
        public Message then() {
            return Message.of("then.hung");
        }
    }

    /**
     * The scenario is over, the server answers PING, and no longer does what it could do before.
     *
     * @param lost the command
     */
    record Spoiled(byte[] bytes, String lost) implements Actual {
        @Override
        public Message then() {
            return Message.of("then.spoiled", lost);
        }
    }

    /** Whether the server can no longer serve any client. */
    default boolean isBreakdown() {
        return this instanceof Died || this instanceof Hung || this instanceof Spoiled;
    }

    /** Whether the server ended the connection, and lives. */
    default boolean isEndOfConnection() {
        return this instanceof Closed || this instanceof Reset;
    }

    /** @param bytes what came, wherever the waiting ended */
    static Actual of(Ending ending, byte[] bytes) {
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

    /**
     * What came where exactly these bytes were expected. A server that is slow owes what has not come yet; it is no excuse for a byte
     * that has come and is wrong.
     *
     * @param bytes what came, wherever the waiting ended
     */
    static Actual of(Ending ending, byte[] bytes, byte[] expected) {
        int differs = Arrays.mismatch(bytes, expected);
        boolean isWrong = differs >= 0 && differs < bytes.length;
        return ending == Ending.SLOW && isWrong ? new Answered(bytes) : of(ending, bytes);
    }

    private static Message whatIsWrong(byte[] bytes) {
        return ReplyReader.read(bytes, 0, bytes.length) instanceof Reading.Broken broken
                ? broken.reason()
                : Message.of("unreadable.no-client");
    }

    /** Whether a correct server that is kept waiting by other clients or by its machine can look like this. */
    default boolean canBeLateness() {
        return this instanceof Silence
                || this instanceof Slow
                || this instanceof Hung
                || this instanceof Stuck
                || this instanceof NoConnection connection && connection.listening();
    }
}
