package miniredis.spec.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import miniredis.spec.i18n.Messages;
import org.junit.jupiter.api.Test;

/** The translation of the features is complete, and says nothing of what is not there. */
class TranslationTest {
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Pattern ONLY_A_COMMAND = Pattern.compile("[A-Z]+");

    @Test
    void eachTextOfTheFeaturesHasOne() throws IOException {
        assertThat(translated().stringPropertyNames().stream().filter(key -> !key.startsWith("cell.")))
                .containsExactlyInAnyOrderElementsOf(english().keySet());
    }

    @Test
    void eachIsInJapaneseAndKeepsThePlaceholders() throws IOException {
        var english = english();
        for (var text : translated().entrySet()) {
            var japanese = text.getValue().toString();
            assertThat(JAPANESE.matcher(japanese).find()
                            || ONLY_A_COMMAND.matcher(japanese).matches())
                    .as("%s is Japanese: %s", text.getKey(), japanese)
                    .isTrue();
            english.getOrDefault(text.getKey().toString(), List.of())
                    .forEach(placeholder ->
                            assertThat(japanese).as("%s", text.getKey()).contains(placeholder));
        }
    }

    /** A cell that is a word of its outline's title has to be said, too. */
    @Test
    void noTitleIsHalfInEnglish() {
        var english = Pattern.compile("\\b(?:a|an|the|of|that|is|to|and) [a-z]", Pattern.CASE_INSENSITIVE);

        assertThat(Translation.japanese().of(Specification.load()).scenarios().map(SpecScenario::title))
                .filteredOn(title -> english.matcher(title.replaceAll("\"[^\"]*+\"|`[^`]*+`", ""))
                        .find())
                .isEmpty();
    }

    @Test
    void titlesAndRulesAreSaidInTheLanguageOfTheMessages() {
        var scenario = Specification.load()
                .scenarios()
                .filter(any -> any.id().equals("EXPIRE-01"))
                .findFirst()
                .orElseThrow();
        var japanese = Translation.in(Messages.JAPANESE);

        assertThat(japanese.ofFeature(scenario.title())).containsPattern(JAPANESE);
        assertThat(japanese.ofFeature(scenario.rule())).containsPattern(JAPANESE);
        assertThat(japanese.text("verbatim", scenario.rule())).containsPattern(JAPANESE);
        assertThat(Translation.in(Messages.ENGLISH).ofFeature(scenario.rule())).isEqualTo(scenario.rule());
    }

    @Test
    void noTwoScenariosHaveTheSameTitle() {
        var titles = Translation.japanese()
                .of(Specification.load())
                .scenarios()
                .map(SpecScenario::title)
                .toList();

        assertThat(titles).doesNotHaveDuplicates().noneMatch(title -> title.contains("<"));
    }

    private static Properties translated() throws IOException {
        var texts = new Properties();
        try (var in = new InputStreamReader(
                Translation.class.getResourceAsStream("/features_ja.properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    /** The key of each text, and the placeholders in it. */
    private static Map<String, List<String>> english() {
        var texts = new HashMap<String, List<String>>();
        for (var feature : Specification.load().features()) {
            var key = feature.path().replaceFirst(".*features/", "").replace(".feature", "");
            texts.put("feature." + key, List.of());
            if (!feature.description().isEmpty()) {
                texts.put("feature-text." + key, List.of());
            }
            for (var rule : feature.rules()) {
                var first = rule.scenarios().get(0).outline();
                texts.put("rule." + first, List.of());
                if (!rule.explanation().isEmpty()) {
                    texts.put("rule-text." + first, List.of());
                }
                rule.scenarios().forEach(scenario -> texts.put("title." + scenario.outline(), placeholders(scenario)));
            }
        }
        return texts;
    }

    /** Those whose value is in the title of the row. */
    private static List<String> placeholders(SpecScenario scenario) {
        var template = scenario.pickle().getName();
        var found = new ArrayList<String>();
        scenario.row().forEach((name, value) -> {
            if (value.length() > 2 && template.contains(value)) {
                found.add("<" + name + ">");
            }
        });
        return found;
    }
}
