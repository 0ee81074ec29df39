package miniredis.proof.faults;

import static miniredis.proof.mistakes.CommandMistake.*;
import static miniredis.proof.mistakes.ErrorMistake.*;
import static miniredis.proof.mistakes.ExpireMistake.*;
import static miniredis.proof.mistakes.NumberMistake.COUNTS_WITHOUT_A_LOCK;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import miniredis.proof.mistakes.ReplyMistake;

/** The six commands: the name, the number of arguments, then the arguments. */
final class Commands {
    private final Keyspace keyspace;
    private final Replies replies;
    private final Errors errors;
    private final Fault slip;
    private final List<String> ownKeys = new ArrayList<>();

    Commands(Keyspace shared, Replies replies, Fault slip) {
        this.keyspace = slip.is(EACH_CLIENT_HAS_ITS_KEYS) ? new Keyspace(slip) : shared;
        this.replies = replies;
        this.errors = new Errors(slip);
        this.slip = slip;
    }

    /** A command rejects its arguments; the message is the error's text. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** Carries out a request and returns the reply. */
    String execute(List<String> request) throws IOException {
        try {
            if (slip.is(COUNTS_WITHOUT_A_LOCK)) {
                return reply(request);
            }
            synchronized (keyspace) {
                return reply(request);
            }
        } catch (UsageException refusal) {
            return replies.error(refusal.getMessage());
        }
    }

    private String reply(List<String> request) throws IOException {
        String name = request.get(0);
        if (slip.is(NAMELESS_COMMAND_CRASHES) && name.isEmpty()) {
            throw new Broken.Closing();
        }
        var args = request.subList(1, request.size());
        keyspace.beforeEachCommand();
        return switch (canonical(name)) {
            case "PING" -> ping(name, args);
            case "GET" -> get(name, args);
            case "SET" -> set(name, args);
            case "INCR" -> incr(name, args);
            case "EXPIRE" -> expire(name, args);
            case "TTL" -> ttl(name, args);
            default -> slip.is(ReplyMistake.ERROR_IS_SILENT) ? "" : replies.error(errors.unknown(name, args));
        };
    }

    /** Names are not case-sensitive. */
    private String canonical(String name) {
        if (slip.is(NAMES_IN_CAPITALS_ONLY)) {
            return name;
        }
        if (slip.is(NAMES_NOT_MIXED)) {
            return name.equals(name.toLowerCase(Locale.ROOT)) ? name.toUpperCase(Locale.ROOT) : name;
        }
        if (slip.is(NAMES_BY_THEIR_BEGINNING) && name.startsWith("PING")) {
            return "PING";
        }
        if (slip.is(NAMES_TRIMMED)) {
            return name.strip().toUpperCase(Locale.ROOT);
        }
        if (slip.is(NAMES_WITHOUT_ZERO_BYTES)) {
            return name.replace("\0", "").toUpperCase(Locale.ROOT);
        }
        return name.toUpperCase(slip.is(NAMES_IN_TURKISH) ? Locale.forLanguageTag("tr") : Locale.ROOT);
    }

    private String ping(String name, List<String> args) throws IOException {
        require(args.size() <= 1 || slip.is(PING_TAKES_MORE), name, args);
        boolean none =
                args.isEmpty() || slip.is(EMPTY_MESSAGE_IS_NONE) && args.get(0).isEmpty();
        return none ? replies.pong() : replies.message(args.get(0));
    }

    private String get(String name, List<String> args) throws IOException {
        require(args.size() == 1 || slip.is(GET_TAKES_MORE) && !args.isEmpty(), name, args);
        return replies.value(keyspace.get(args.get(0)));
    }

    private String set(String name, List<String> args) throws IOException {
        if (slip.is(SET_TAKES_LESS) && args.size() == 1) {
            return set(name, List.of(args.get(0), ""));
        }
        require(args.size() >= 2, name, args);
        String key = args.get(0);
        String value = slip.is(SET_JOINS_WORDS) ? String.join(" ", args.subList(1, args.size())) : args.get(1);
        if (args.size() > 2 && !slip.isOneOf(SET_TAKES_MORE, SET_JOINS_WORDS)) {
            if (slip.is(REFUSES_AFTER_SETTING)) {
                keyspace.set(key, value);
            }
            keyspace.failedSet(key);
            throw new UsageException(errors.syntax());
        }
        String old = keyspace.get(key);
        keyspace.set(key, value);
        ownKeys.add(key);
        return slip.is(SET_ANSWERS_THE_OLD_VALUE) && old != null ? replies.bulk(old) : replies.ok();
    }

    private String incr(String name, List<String> args) throws IOException {
        if (slip.is(LOOKS_AT_THE_VALUE_FIRST) && !args.isEmpty()) {
            keyspace.requireNumber(args.get(0));
        }
        if (slip.is(REFUSES_AFTER_COUNTING) && args.size() > 1) {
            keyspace.increment(args.get(0), 1);
        }
        require(args.size() == 1 || slip.is(INCR_TAKES_MORE) && args.size() == 2, name, args);
        long step = args.size() == 2 ? Integers.strict(args.get(1)).orElse(1) : 1;
        long number = keyspace.increment(args.get(0), step);
        ownKeys.add(args.get(0));
        return replies.integer(number);
    }

    private String expire(String name, List<String> args) throws IOException {
        if (slip.is(EXPIRE_WITHOUT_TIME_CLOSES) && args.size() == 1) {
            throw new Broken.Closing();
        }
        require(args.size() >= 2, name, args);
        if (args.size() > 2 && !slip.is(OPTIONS_IGNORED)) {
            throw new UsageException(errors.option(args.get(2)));
        }
        int given = keyspace.expire(args.get(0), args.get(1));
        if (slip.is(EXPIRE_ANSWERS_OK)) {
            return replies.ok();
        }
        return slip.is(EXPIRE_ANSWERS_TRUE) ? (given == 1 ? "#t\r\n" : "#f\r\n") : replies.integer(given);
    }

    private String ttl(String name, List<String> args) throws IOException {
        require(args.size() == 1 || slip.is(TTL_TAKES_MORE) && !args.isEmpty(), name, args);
        var left = keyspace.timeToLive(args.get(0));
        if (slip.is(TTL_WITHOUT_LIFETIME_IS_NULL) && left == -1) {
            return replies.value(null);
        }
        if (slip.is(TTL_AS_FRACTION) && left >= 0) {
            return ":" + left + ".0\r\n";
        }
        return slip.is(TTL_AS_BULK) ? replies.bulk(Long.toString(left)) : replies.integer(left);
    }

    private void require(boolean rightNumber, String name, List<String> args) throws IOException {
        if (rightNumber) {
            return;
        }
        if (slip.is(MISSING_ARGUMENT_CLOSES) && args.isEmpty()) {
            throw new Broken.Closing();
        }
        if (slip.is(MISSING_ARGUMENT_ENDS_THE_SERVER) && args.isEmpty()) {
            throw new Broken.ServerEnds();
        }
        throw new UsageException(errors.arity(name));
    }

    /** By mistake: when the client has disconnected. */
    void removeOwnKeys() {
        synchronized (keyspace) {
            ownKeys.forEach(keyspace::remove);
        }
    }
}
