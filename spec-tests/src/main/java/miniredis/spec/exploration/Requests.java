package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.List;

/** Random requests on a topic. */
final class Requests {
    private static final List<String> UNKNOWN =
            List.of("NOSUCHCOMMAND", "FOO", "GETT", "SE", "", "PING ", "INC\0R", "F\r\nOO", "x".repeat(130));

    private static final List<String> SET_OPTIONS =
            List.of("NX", "XX", "GET", "KEEPTTL", "EX", "PX", "EXAT", "PXAT", "FOO", "", "", "");

    private final Vocabulary words;

    Requests(Vocabulary words) {
        this.words = words;
    }

    List<String> about(Topic topic) {
        return switch (topic) {
            case PROTOCOL -> ofStep2();
            case COMMANDS -> ofTheSix(3);
            case EXPIRY -> ofTheSix(4);
            case KEYS -> words.oneIn(3) ? ofTheSix(4) : words.oneIn(3) ? aboutNumbers() : aboutKeys();
            case SET_OPTIONS -> words.oneIn(3) ? ofTheSix(4) : setWithOptions();
            case TRANSACTIONS ->
                words.oneIn(2)
                        ? ofTheSix(4)
                        : switch (words.random.nextInt(3)) {
                            case 0 -> aboutKeys();
                            case 1 -> aboutNumbers();
                            default -> setWithOptions();
                        };
            case CLIENTS -> words.oneIn(5) ? ofTheSix(3) : aboutTheConnection();
            case PUBSUB -> toListeners();
        };
    }

    private List<String> request(String name, String... args) {
        var request = new ArrayList<String>();
        request.add(words.cased(name));
        request.addAll(List.of(args));
        return request;
    }

    /** Names of commands are in capitals: step 3 tests that case does not matter. */
    private List<String> ofStep2() {
        String key = words.key();
        return switch (words.random.nextInt(8)) {
            case 0, 1, 2 -> List.of("GET", key);
            case 3, 4, 5 -> List.of("SET", key, words.value());
            case 6 -> List.of("SET", key, words.bytes(words.random.nextInt(140)));
            default -> words.oneIn(2) ? List.of("PING") : List.of("PING", words.value());
        };
    }

    private List<String> ofTheSix(int step) {
        String key = words.key();
        return switch (words.random.nextInt(step == 3 ? 16 : 23)) {
            case 0, 1, 2 -> request("GET", key);
            case 3, 4, 5, 6, 7 -> request("SET", key, words.value());
            case 8, 9, 10, 11 -> request("INCR", key);
            case 12 -> words.oneIn(2) ? request("PING") : request("PING", words.value());
            case 13 -> wrongNumber(step == 3 ? 4 : 6);
            case 14 -> List.of(words.pick(UNKNOWN), words.value(), words.bytes(words.random.nextInt(140)));
            case 15 -> request("SET", key, words.oneIn(2) ? "0" : "");
            case 16, 17, 18 -> request("EXPIRE", key, words.lifetime());
            default -> request("TTL", key);
        };
    }

    private List<String> wrongNumber(int commands) {
        String key = words.key();
        return switch (words.random.nextInt(commands)) {
            case 0 -> words.oneIn(2) ? request("GET") : request("GET", key, key);
            case 1 -> words.oneIn(3) ? request("SET") : request("SET", key);
            case 2 -> words.oneIn(2) ? request("INCR") : request("INCR", key, "2");
            case 3 -> request("PING", "a", "b");
            case 4 -> words.oneIn(2) ? request("TTL") : request("TTL", key, key);
            default -> words.oneIn(2) ? request("EXPIRE", key) : request("EXPIRE", key, "100", "FOO");
        };
    }

    private List<String> aboutKeys() {
        String key = words.key();
        return switch (words.random.nextInt(16)) {
            case 0 -> request("DEL", key);
            case 1 -> request("DEL", key, words.key(), words.key());
            case 2 -> request("EXISTS", key);
            case 3 -> request("EXISTS", key, words.key(), key);
            case 4 -> request("PERSIST", key);
            case 5, 6 -> withSome(List.of("NX", "XX", "GT", "LT"), request("EXPIRE", key, words.lifetime()));
            case 7 -> withSome(List.of("NX", "XX", "GT", "LT"), request("EXPIREAT", key, words.moment()));
            case 8 -> withSome(List.of("NX", "XX", "GT", "LT"), request("PEXPIREAT", key, words.moment() + "123"));
            case 9 ->
                request("PEXPIRE", key, words.oneIn(4) ? words.lifetime() : words.pick(List.of("1", "0", "100000")));
            case 10 -> request("PTTL", key);
            case 11, 12 -> request("EXPIRETIME", key);
            case 13 -> request("PEXPIRETIME", key);
            case 14 -> request(words.pick(List.of("DEL", "EXISTS", "PERSIST", "PTTL", "EXPIRETIME", "PEXPIREAT")));
            default -> request("TTL", key);
        };
    }

    private List<String> aboutNumbers() {
        String key = words.key();
        return switch (words.random.nextInt(9)) {
            case 0, 1 -> request("INCRBY", key, words.number());
            case 2 -> request("DECR", key);
            case 3, 4 -> request("DECRBY", key, words.number());
            case 5 -> request("MGET", key, words.key(), words.key());
            case 6 -> request("MSET", key, words.value(), words.key(), words.value());
            case 7 -> words.oneIn(2) ? request("MSET", key, words.value(), key) : request("INCRBY", key);
            default -> request("SET", key, words.digits());
        };
    }

    private List<String> withSome(List<String> options, List<String> request) {
        for (int i = words.random.nextInt(3); i > 0; i--) {
            request.add(words.oneIn(12) ? "FOO" : words.cased(words.pick(options)));
        }
        return request;
    }

    /** Mostly options that go together, in any order. */
    List<String> setWithOptions() {
        var request = request("SET", words.key(), words.value());
        boolean meant = !words.oneIn(3);
        var options = meant
                ? List.of(
                        words.pick(List.of("NX", "XX", "XX", "")),
                        words.pick(List.of("GET", "", "")),
                        words.pick(List.of("KEEPTTL", "EX", "PX", "EXAT", "PXAT", "", "", "")))
                : List.of(words.pick(SET_OPTIONS), words.pick(SET_OPTIONS), words.pick(SET_OPTIONS));
        for (int i = 0, first = words.random.nextInt(3); i < 3; i++) {
            add(request, options.get((first + i) % 3));
        }
        if (words.oneIn(20)) {
            request.remove(request.size() - 1);
        }
        return request;
    }

    private void add(List<String> request, String option) {
        if (option.isEmpty()) {
            return;
        }
        request.add(words.cased(option));
        switch (option) {
            case "EX" -> request.add(words.lifetime());
            case "PX" -> request.add(words.oneIn(3) ? "1" : words.lifetime());
            case "EXAT", "PXAT" -> request.add(words.moment() + (option.equals("PXAT") ? "000" : ""));
            default -> {}
        }
    }

    private List<String> aboutTheConnection() {
        String name = words.pick(List.of("worker", "", "two words", "!~", "a\n", "\u00E9"));
        return switch (words.random.nextInt(18)) {
            case 0, 1, 2 -> request("HELLO", words.pick(List.of("3", "3", "2", "4", "1", "three", "03")));
            case 3 -> request("HELLO", "3", words.cased("SETNAME"), name);
            case 4 -> request("HELLO", "3", words.cased("AUTH"), words.pick(List.of("default", "nobody")), "x");
            case 5 -> request("HELLO", "3", words.pick(List.of("FOO", "AUTH", "SETNAME")));
            case 6 -> request("HELLO");
            case 7, 8 -> request("CLIENT", words.cased("SETNAME"), name);
            case 9, 10 -> request("CLIENT", words.cased("GETNAME"));
            case 11 ->
                words.oneIn(2) ? request("CLIENT", "ID") : request("CLIENT", words.pick(List.of("NOSUCH", "SETNAME")));
            case 12 -> request("SELECT", words.pick(List.of("0", "0", "-1", "100000", "one", "2147483648", "")));
            case 13 -> words.oneIn(4) ? request("ECHO") : request("ECHO", words.value());
            case 14 -> request("AUTH", words.pick(List.of("default", "nobody")), "x");
            case 15 -> words.oneIn(2) ? request("AUTH", "x") : request("RESET");
            case 16 -> words.oneIn(3) ? request("QUIT") : request("RESET");
            default -> request("GET", words.key());
        };
    }

    /** For a client that never subscribes: then it is certain which client gets what. */
    private List<String> toListeners() {
        return switch (words.random.nextInt(8)) {
            case 0 -> request("PUBSUB", words.cased("NUMSUB"), words.key(), words.key());
            case 1 -> request("PUBSUB", words.cased("CHANNELS"), Message.OWN + "*");
            default -> request("PUBLISH", words.key(), words.value());
        };
    }

    /** For a client that subscribes. */
    List<String> ofAListener() {
        String own = Character.toString(Message.OWN);
        var pattern = own + words.pick(List.of("*", "k*", "?", "[kl]", "[^k]*", "*k", "k", "\\k", "[a-l]*", "**"));
        return switch (words.random.nextInt(14)) {
            case 0, 1, 2 -> request("SUBSCRIBE", words.key());
            case 3 -> request("SUBSCRIBE", words.key(), words.key());
            case 4, 5 -> request("PSUBSCRIBE", pattern);
            case 6 -> request("UNSUBSCRIBE", words.key());
            case 7 -> request("PUNSUBSCRIBE", pattern);
            case 8 -> request(words.oneIn(2) ? "UNSUBSCRIBE" : "PUNSUBSCRIBE");
            case 9 -> words.oneIn(2) ? request("PING") : request("PING", words.value());
            case 10 -> request("GET", words.key());
            case 11 -> words.oneIn(3) ? request("RESET") : words.oneIn(2) ? request("HELLO", "3") : request("MULTI");
            default -> request("SUBSCRIBE", words.key(), words.key(), words.key());
        };
    }
}
