package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** Step 3: PING, GET, SET, keys, and the names of commands. */
public enum CommandMistake implements Mistake {
    EMPTY_MESSAGE_IS_NONE(plain(3, "PING with the empty message replies PONG.")
            .caughtBy("PING-04")
            .hint("message ignored")
            .look("`if message`: it is false for an empty string; check the number of arguments")),
    FIRST_SET_WINS(plain(3, "SET of a key that exists keeps the old value.")
            .caughtBy("PIPE-03", "SET-07")
            .look("putIfAbsent, setdefault, ON CONFLICT DO NOTHING")),
    SET_APPENDS(plain(3, "SET of a key that exists appends to its value.")
            .caughtBy("PIPE-03", "SET-07")
            .look("+= where = is meant")),
    SET_ANSWERS_THE_OLD_VALUE(plain(3, "SET of a key that exists replies with the old value.")
            .caughtBy("PIPE-03", "SET-06")
            .look("the result of put: SET replies OK, whatever was there")),
    SET_LEAVES_THE_TAIL(plain(3, "SET of a shorter value keeps the end of the longer one.")
            .caughtBy("SET-08")
            .look("memcpy into the old buffer: its length must change, too")),
    GET_USES_UP(plain(3, "GET removes the value.")
            .caughtBy("SET-03")
            .hint("null for a value")
            .look("pop or remove where get is meant")),
    NUMBERS_ARE_NORMALISED(plain(3, "A value that looks like an integer is stored as one: 007 becomes 7.")
            .caughtBy("SET-05.2")
            .hint("normalised")
            .look("the value: store it as it was sent; only INCR parses it")),
    FRACTIONS_ARE_NORMALISED(plain(3, "A value that looks like a fraction is stored as one: 1.50 becomes 1.5.")
            .caughtBy("SET-05.3")
            .hint("normalised")
            .look("the value: store it as it was sent")),
    NULL_BY_ITS_NAME(plain(3, "The value null counts as no value.")
            .caughtBy("SET-05.5")
            .hint("null for a value")
            .look("a word that stands for null inside the server: it can also be a value")),
    EACH_CLIENT_HAS_ITS_KEYS(plain(3, "Each connection has separate keys and values.")
            .caughtBy("PROTO-07", "SET-09")
            .hint("null for a value")
            .look("the map of keys: one for the server, not one for each connection")),
    KEYS_GO_WITH_THE_CLIENT(plain(3, "When a client disconnects, the keys it has set are removed.")
            .caughtBy("SET-11", "PROTO-07")
            .hint("null for a value")
            .look("the clean-up of a connection: the keys do not belong to it")),
    KEYS_FOLDED(plain(3, "Keys that differ only in upper and lower case are the same.")
            .caughtBy("KEY-01.1")
            .look("lower(): only on the command's name")),
    KEYS_TRIMMED(
            plain(3, "Keys are trimmed.").caughtBy("KEY-01.2").look("trim or strip on a key: keep keys unchanged")),
    KEYS_ARE_NUMBERS(plain(3, "Keys that look like numbers are numbers: 1 and 01 are the same key.")
            .caughtBy("KEY-08")
            .look("arrays and objects with automatic keys, or int(key)")),
    KEYS_CUT_AT_ZERO_BYTES(plain(3, "A key ends at its first zero byte.")
            .caughtBy("KEY-01.5")
            .look("strcmp: compare length and bytes (memcmp)")),
    KEYS_AS_UTF_8(plain(3, "Keys are decoded from UTF-8, so all other bytes become the same character.")
            .caughtBy("KEY-01.6")
            .look("the type of keys: bytes, or text in ISO 8859-1")),
    KEYS_CUT_AT_LINE_ENDS(plain(3, "A key ends at its first line end.")
            .caughtBy("KEY-01.7")
            .look("the reading of a key: by its length, like a value")),
    EMPTY_KEY_REFUSED(plain(3, "The empty key is rejected.")
            .caughtBy("KEY-05")
            .look("`if key`, which is false for an empty string")),
    KEYS_CUT_TO_64(plain(3, "Only the first 64 bytes of a key count.")
            .caughtBy("KEY-06")
            .look("fixed arrays for keys")),
    KEYS_BY_THEIR_BEGINNING(plain(3, "GET takes the first key that begins with the requested one.")
            .caughtBy("KEY-09.1")
            .hint("value for null")
            .look("startsWith or strncmp: compare all bytes, and the length")),
    KEYS_ARE_PATTERNS(plain(3, "A key that contains an asterisk is used as a pattern.")
            .caughtBy("KEY-09.3")
            .hint("value for null")
            .look("the matching of patterns: it is for KEYS and SCAN; GET looks for exactly these bytes")),
    KEYS_BY_A_SUM(plain(3, "Keys are found by the sum of their bytes, so words of the same letters are one key.")
            .caughtBy("KEY-01.8")
            .look("the hash table: keys that share a place must still be compared")),
    KEYS_BY_JAVAS_HASH(plain(3, "Keys are found by their hashCode, which FB and Ea share.")
            .caughtBy("KEY-01.9")
            .look("the hash code used as the key: it says where to look, equals says whether it is the key")),
    AT_MOST_A_THOUSAND_KEYS(plain(3, "There is room for 1,000 keys; a new one replaces the oldest.")
            .caughtBy("KEY-10")
            .hint("null for a value")
            .look("an array of fixed size, or a cache that forgets: the table must grow")),
    KEYS_OF_JAVASCRIPT(plain(3, "Keys are the fields of an object, which has some fields from the start.")
            .caughtBy("KEY-07")
            .look("a Map, or Object.create(null)")),
    NAMES_IN_CAPITALS_ONLY(plain(3, "Commands are understood only in upper case.")
            .caughtBy("NAME-01.1")
            .look("the comparison: convert the name to upper case first")),
    NAMES_NOT_MIXED(plain(3, "Commands are understood in upper case and in lower case, but not mixed.")
            .caughtBy("NAME-01.2")
            .look("the comparison: convert the name to upper case first")),
    NAMES_IN_TURKISH(plain(3, "Names are converted to upper case by the rules of Turkish, where i becomes İ.")
            .caughtBy("NAME-01.1", "NAME-01.2")
            .look("toUpperCase(Locale.ROOT)")),
    NAMES_BY_THEIR_BEGINNING(plain(3, "A name that begins with PING is taken for PING.")
            .caughtBy("NAME-03.1")
            .look("startsWith, strncmp: compare the whole name")),
    NAMES_TRIMMED(plain(3, "Spaces around a name are ignored.")
            .caughtBy("NAME-03.2")
            .look("trim on the name: an array says exactly what the name is")),
    NAMES_WITHOUT_ZERO_BYTES(plain(3, "Zero bytes in a name are ignored.")
            .caughtBy("NAME-03.3")
            .look("shell variables, which can't hold zero bytes"));

    private final Entry entry;

    CommandMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
