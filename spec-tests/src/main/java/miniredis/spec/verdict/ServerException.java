package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import miniredis.spec.wire.Reply;

/**
 * An exception, a panic or the like in what a server printed: the line that says what went wrong, and the first place in the
 * server's own code.
 *
 * @param what {@code NumberFormatException: For input string: "abc"}
 * @param where {@code Handler.parse(Handler.java:41)}; empty where that was not printed
 */
public record ServerException(String what, String where) {
    private static final int LONGEST = 200;

    /** In place of the exception, where only the frames before it have been printed. */
    private static final String UNFINISHED = "an exception";

    /** The folders before the name of a file; they differ from one machine to the next. */
    private static final Pattern FOLDERS = Pattern.compile("[^\\s(]*[/\\\\](?=[^\\s/\\\\]+:\\d)");

    /** Quoted, or a number by itself. */
    private static final Pattern VALUES =
            Pattern.compile("(?<![\\w&&[^b]])(['\"]).*?(\\1)|(?<![\\w.])(?:0x[0-9a-fA-F]+|-?\\d+)(?![\\w.])");

    /** Values of which only the first is needed. */
    private static final Pattern LIST = Pattern.compile("((['\"])…\\2)(?:, ?\\2…\\2)+");

    /** What is wrong with a value: {@code 0xff in position 0: invalid start byte}. */
    private static final Pattern ABOUT_A_VALUE = Pattern.compile("(…['\"]?): .*");

    private static final Pattern COMPLAINT = Pattern.compile(
            "(?i)\\b(?:error|fail(?:ed|ure)?|exception|fatal|panic|abort(?:ed|ing)?|maximum|too many|refus(?:ed|ing)|cannot|can't"
                    + "|could not|couldn't|unable|out of memory)\\b");
    private static final int MOST_COMPLAINTS = 3;
    private static final Pattern ENDED_CONNECTION = Pattern.compile(
            "(?i)connection (?:was )?(?:reset|aborted)|broken pipe|ECONNRESET|EPIPE|closed by (?:the )?(?:peer|remote)|ConnectionResetError");
    private static final Pattern SAYS_NOTHING = Pattern.compile("(?i)segmentation fault.*");

    private static final Pattern THROWN = Pattern.compile(
            "^(?:Exception in thread \"[^\"]*\" |Uncaught |Caused by: )?((?:[\\w$]+\\.)*[\\w$]*(?:Exception|Error)\\b.*)");
    private static final Pattern AT = Pattern.compile("^\\s+at (.+)");
    private static final Pattern LIBRARY = Pattern.compile(
            "^(?:java|javax|jdk|sun|com\\.sun|kotlin|kotlinx|scala|io\\.netty)[./@].*|^java\\.base.*|.*\\bnode:.*");

    private static final Pattern PYTHON_FILE = Pattern.compile("^\\s+File \"([^\"]+)\", line (\\d+)(?:, in (.+))?");
    private static final Pattern GO_PANIC = Pattern.compile("^(?:panic|fatal error): .*");
    private static final Pattern GO_FILE = Pattern.compile("^\\t(\\S+\\.go:\\d+).*");
    private static final Pattern RUST_PANIC =
            Pattern.compile("^thread '[^']*'(?: \\(\\d+\\))? panicked at (?:'(.*)', )?([^']\\S*:\\d+:\\d+):?$");
    private static final Pattern PHP_FATAL =
            Pattern.compile("^(?:PHP )?Fatal error:\\s+(?:Uncaught )?(.*?)(?: in (\\S+?)(?::| on line )(\\d+))?$");
    private static final Pattern RUBY =
            Pattern.compile("^(?:#<Thread:.*> )?(\\S+\\.rb:\\d+):in [`'].*?': (.*\\((?:\\w|::)+\\))$");
    private static final Pattern ELIXIR = Pattern.compile("^(?:.*\\s)?\\*\\* \\(((?!EXIT|exit|throw)[\\w.]+)\\) (.*)$");
    private static final Pattern ELIXIR_FILE =
            Pattern.compile("^\\s+(?:\\((?!elixir |stdlib |kernel |logger |mix )[^)]*\\) )?([^\\s(]+\\.exs?:\\d+): .*");
    private static final Pattern CRYSTAL =
            Pattern.compile("^Unhandled exception(?: in \\S+)?: (?:(.*) \\(([\\w:]+)\\)|(.*))$");
    private static final Pattern CRYSTAL_FILE = Pattern.compile("^\\s+from (\\S+\\.cr:\\d+(?::\\d+)?) in .*");
    private static final Pattern NATIVE = Pattern.compile("^(?:terminate called after throwing an instance of '.*'"
            + "|.*Assertion [`'].*' failed.*|Segmentation fault.*|.*ERROR: AddressSanitizer: .*"
            + "|\\*\\*\\* (?:stack smashing|buffer overflow) detected.*|(?:free|malloc|realloc|munmap_chunk)\\(\\): .*"
            + "|double free or corruption.*)");

    private static final Pattern WHAT = Pattern.compile("^\\s*what\\(\\):\\s*(.*)");

    /** The first exception in what a server printed; empty when it printed nothing that looks like one. */
    public static Optional<ServerException> in(String output) {
        var lines = output.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var found = at(lines, i);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Lines about something that went wrong, where no exception was printed; only the first few of them. */
    public static List<String> complaints(String output) {
        return output.lines()
                .map(String::strip)
                .filter(line -> COMPLAINT.matcher(line).find())
                .map(ServerException::shortened)
                .distinct()
                .limit(MOST_COMPLAINTS)
                .toList();
    }

    /** What was thrown, without what it says, and where; empty where that was not printed. That a client has left is one place. */
    String place() {
        if (isAboutAnEndedConnection()) {
            return Cause.A_CLIENT_HAS_LEFT;
        }
        return where.isEmpty() ? "" : what.replaceFirst(":.*", "") + " at " + where;
    }

    /** Whether this error reply says the same: the server has caught the exception, and made the reply of it. */
    boolean isToldBy(Reply reply) {
        return reply instanceof Reply.ErrorReply error
                && Stream.of(error.text(), error.text().replaceFirst("^[A-Z]+ ", ""))
                        .anyMatch(text -> !text.isBlank() && what.endsWith(text));
    }

    /** Whether it says that a connection has ended: a server may print that whenever a client disconnects. */
    boolean isAboutAnEndedConnection() {
        return ENDED_CONNECTION.matcher(what).find();
    }

    /** Whether what happened is all that is known, and neither where nor why. */
    boolean saysNothing() {
        return where.isEmpty() && SAYS_NOTHING.matcher(what).matches();
    }

    /** Whether it was begun, and the line that says what went wrong has not been printed yet. */
    public boolean isUnfinished() {
        return what.equals(UNFINISHED);
    }

    /** In one line, the file without its folders. */
    public String inWords() {
        return where.isEmpty() ? what : what + ", at " + FOLDERS.matcher(where).replaceAll("");
    }

    /**
     * The same without the values that were at hand, so that one type at one place is one cause whatever the values were: {@code
     * NumberFormatException: For input string: "…", at Handler.parse(Handler.java:41)}. Where the place is unknown only the values
     * tell two causes apart, so they stay.
     */
    public String inWordsWithoutValues() {
        if (where.isEmpty()) {
            return what;
        }
        var withoutValues =
                LIST.matcher(VALUES.matcher(what).replaceAll("$1…$2")).replaceAll("$1");
        return new ServerException(ABOUT_A_VALUE.matcher(withoutValues).replaceFirst("$1"), where).inWords();
    }

    private static Optional<ServerException> at(List<String> lines, int i) {
        String line = lines.get(i);
        String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
        if (line.startsWith("Traceback (most recent call last)")) {
            return Optional.of(python(lines.subList(i + 1, lines.size())));
        }
        if (GO_PANIC.matcher(line).matches()) {
            return Optional.of(exception(line, firstMatch(GO_FILE, lines, i, ServerException::isOwnGoFile)));
        }
        Matcher rust = RUST_PANIC.matcher(line);
        if (rust.matches()) {
            return Optional.of(exception("panicked: " + (rust.group(1) == null ? next : rust.group(1)), rust.group(2)));
        }
        Matcher php = PHP_FATAL.matcher(line);
        if (php.matches()) {
            return Optional.of(exception(php.group(1), php.group(2) == null ? "" : php.group(2) + ":" + php.group(3)));
        }
        Matcher ruby = RUBY.matcher(line);
        if (ruby.matches()) {
            return Optional.of(exception(ruby.group(2), ruby.group(1)));
        }
        Matcher thrown = THROWN.matcher(line);
        if (thrown.matches() && AT.matcher(next).matches()) {
            return Optional.of(exception(thrown.group(1), firstMatch(AT, lines, i, ServerException::isOwnFrame)));
        }
        Matcher elixir = ELIXIR.matcher(line);
        if (elixir.matches()) {
            return Optional.of(exception(
                    elixir.group(1) + ": " + elixir.group(2), firstMatch(ELIXIR_FILE, lines, i, file -> true)));
        }
        Matcher crystal = CRYSTAL.matcher(line);
        if (crystal.matches()) {
            var what = crystal.group(3) == null ? crystal.group(2) + ": " + crystal.group(1) : crystal.group(3);
            return Optional.of(exception(what, firstMatch(CRYSTAL_FILE, lines, i, ServerException::isOwnCrystalFile)));
        }
        // What was printed before it need not have ended its line.
        var end = line.substring(Math.max(0, line.indexOf("terminate called after throwing")));
        if (NATIVE.matcher(end).matches()) {
            return Optional.of(exception(end + whatItSays(next), ""));
        }
        return Optional.empty();
    }

    private static ServerException exception(String what, String where) {
        return new ServerException(shortened(what.strip()), shortened(where.strip()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** The frames come before the exception; the last one is where it happened. */
    private static ServerException python(List<String> lines) {
        String where = "";
        String ownPlace = "";
        for (var line : lines) {
            var file = PYTHON_FILE.matcher(line);
            if (file.matches()) {
                where = file.group(1) + ":" + file.group(2) + (file.group(3) == null ? "" : " in " + file.group(3));
                ownPlace = file.group(1).matches(".*/(lib/python|site-packages|dist-packages).*|<frozen .*")
                        ? ownPlace
                        : where;
            } else if (!line.startsWith(" ") && !line.isBlank()) {
                return exception(line, ownPlace.isEmpty() ? where : ownPlace);
            }
        }
        return exception(UNFINISHED, ownPlace);
    }

    /** C++ prints the message of an exception below its type. */
    private static String whatItSays(String next) {
        var what = WHAT.matcher(next);
        return what.matches() ? ": " + what.group(1) : "";
    }

    private static String firstMatch(Pattern pattern, List<String> lines, int from, Predicate<String> isOwn) {
        return lines.stream()
                .skip(from + 1L)
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(place -> place.group(1))
                .filter(isOwn)
                .findFirst()
                .orElse("");
    }

    private static boolean isOwnFrame(String place) {
        return !LIBRARY.matcher(place).matches();
    }

    private static boolean isOwnCrystalFile(String place) {
        return !place.matches(".*/crystal/.*|lib/.*");
    }

    private static boolean isOwnGoFile(String place) {
        return !place.matches(".*/(?:usr|lib|local)/.*go[^/]*/src/.*|.*/src/runtime/.*");
    }
}
