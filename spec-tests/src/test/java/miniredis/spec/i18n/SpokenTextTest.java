package miniredis.spec.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All text of the console is in the bundle: the sources that print contain no sentences. */
class SpokenTextTest {
    /** Those that print, and those that find out what is to be said. */
    private static final List<String> SPEAK = List.of(
            "watch/.*",
            "report/(Console|Changes|FailureText|SelectionText|Transcript)\\.java",
            "verdict/(.*Patterns?|Cause|CauseFinder|Failure|FramingMark|Framing|Actual|Expected|RunResult)\\.java",
            "cli/.*",
            "execution/(Interference|Preflight|Missing.*|Remarks|Verdicts)\\.java",
            "server/(AddressServer|CommandServer|CommandWords|OutputDrain|RedisUrl|ShellSyntax)\\.java",
            "specification/Selection\\.java",
            "wire/(Reply|ReplyReader)\\.java");

    /** Two words, one after the other; what is in capitals is a request, and what begins like this is a pattern. */
    private static final Pattern SENTENCE = Pattern.compile("^(?!\\(\\?).*[a-z'],? [a-z]{2,}", Pattern.DOTALL);

    private static final Pattern NAMES_OF_PATTERNS = Pattern.compile(
            "\\b(?:FailurePattern\\.of|FailurePattern\\.titled|FailurePattern\\.saying|bulkString|type)\\(\\s*\"[^\"]+\"");

    /** What {@code --help} shows, which is in English. */
    private static final Pattern ANNOTATION = Pattern.compile(
            "@(?:Command|Option|Parameters)\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*+\"|\\([^()]*+\\))*+\\)");

    /** What is the same in every language: names of threads, of marks, what a log has, and how a server ended. */
    private static final Set<String> NAMES = Set.of(
            "writes the report",
            "ends a server",
            "gives the terminal back",
            "run %d %s",
            "output of ",
            "… (%,d bytes)",
            "  %9.3f ms  %s  %s",
            "no longer accepts connections",
            "\\n... %,d bytes in all; the last lines:\\n",
            "PASSED, BUT NOT IN OTHER PACKETS",
            "%nMini-Redis Spec   %s   %s%n%n",
            "as written",
            "(not from the jar)",
            "java -jar %s run %s%s --scenario ");

    @Test
    void noSentenceIsOutsideTheBundle() throws IOException {
        var found = new TreeSet<String>();
        int looked = 0;
        for (var source : Source.all()) {
            if (SPEAK.stream().anyMatch(source.name()::matches)) {
                looked++;
                withoutWhatStays(source).literals().stream()
                        .filter(text -> SENTENCE.matcher(text).find() && !NAMES.contains(text))
                        .forEach(text -> found.add(source.name() + ": " + text));
            }
        }

        assertThat(found).isEmpty();
        assertThat(looked).isGreaterThan(45);
    }

    private static Source withoutWhatStays(Source source) {
        return source.name().endsWith("Patterns.java")
                ? without(NAMES_OF_PATTERNS, source)
                : without(ANNOTATION, source);
    }

    private static Source without(Pattern part, Source source) {
        return new Source(source.name(), part.matcher(source.code()).replaceAll(""));
    }
}
