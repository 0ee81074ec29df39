package miniredis.proof.mistakes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One change of impl-blocking's source.
 *
 * @param file below the package {@code miniredis.blocking}, without its ending
 * @param from a text that occurs exactly once; where it has a space, the source may have any white space
 * @param to the text that replaces it
 */
public record Patch(String file, String from, String to) {
    /** How often the text that is to be changed occurs in the source. */
    public long occurrences(String source) {
        return pattern().matcher(source).results().count();
    }

    /** The source with the mistake. */
    public String apply(String source) {
        return pattern().matcher(source).replaceFirst(Matcher.quoteReplacement(to));
    }

    /** A formatter may move calls and brackets to other lines. */
    private Pattern pattern() {
        return Pattern.compile(Stream.of(from.split(" ")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
    }
}
