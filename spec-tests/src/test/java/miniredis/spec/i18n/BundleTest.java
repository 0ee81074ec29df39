package miniredis.spec.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both languages say everything, with the same gaps; nothing is said that no source names, and the other way round. */
class BundleTest {
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    /** Where a key is written out. */
    private static final Pattern KEY = Pattern.compile(
            "(?:Message\\.of|Message\\.counted|language\\.text|ENGLISH\\.text)\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");

    private static final Pattern PATTERN_WITH_A_HINT =
            Pattern.compile("\\b(?:FailurePattern\\.of|FailurePattern\\.saying|bulkString)\\(\\s*\"([^\"]+)\"");
    private static final Pattern PATTERN_WITH_A_TITLE =
            Pattern.compile("\\b(?:FailurePattern\\.titled|type)\\(\\s*\"([^\"]+)\"");

    @Test
    void bothLanguagesHaveTheSameKeysAndTheSameGaps() throws IOException {
        assertThat(gaps("messages_ja.properties")).isEqualTo(gaps("messages.properties"));
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        var literals = new TreeSet<String>();
        for (var source : Source.all()) {
            literals.addAll(source.literals());
        }
        var patterns = patterns(PATTERN_WITH_A_HINT, "hint.");
        patterns.addAll(patterns(PATTERN_WITH_A_TITLE, "title."));

        assertThat(gaps("messages.properties").keySet())
                .allSatisfy(key -> assertThat(
                                literals.contains(key.replaceFirst("\\.(one|many)$", "")) || patterns.contains(key))
                        .as(key + " is named in a source")
                        .isTrue());
    }

    @Test
    void everyKeyThatIsNamedIsThere() throws IOException {
        var keys = gaps("messages.properties").keySet();
        var named = patterns(PATTERN_WITH_A_HINT, "hint.");
        named.addAll(patterns(PATTERN_WITH_A_TITLE, "title."));
        for (var source : Source.all()) {
            KEY.matcher(source.code()).results().map(match -> match.group(1)).forEach(named::add);
        }

        assertThat(named)
                .hasSizeGreaterThan(150)
                .allSatisfy(key -> assertThat(
                                keys.contains(key) || keys.contains(key + ".one") && keys.contains(key + ".many"))
                        .as(key + " is in messages.properties")
                        .isTrue());
    }

    private static Set<String> patterns(Pattern pattern, String prefix) throws IOException {
        var names = new TreeSet<String>();
        for (var source : Source.all()) {
            if (source.name().endsWith("Patterns.java")) {
                pattern.matcher(source.code())
                        .results()
                        .map(match -> match.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
                        .forEach(name -> names.add(prefix + name));
            }
        }
        return names;
    }

    private static TreeMap<String, Set<String>> gaps(String file) throws IOException {
        var texts = new Properties();
        try (var in = new InputStreamReader(BundleTest.class.getResourceAsStream("/" + file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        var gaps = new TreeMap<String, Set<String>>();
        texts.forEach((key, text) -> {
            assertThat(text.toString()).as(file + ": " + key).isNotBlank();
            gaps.put(
                    key.toString(),
                    GAP.matcher(text.toString())
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
        return gaps;
    }
}
