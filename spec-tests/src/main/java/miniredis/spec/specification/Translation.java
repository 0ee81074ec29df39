package miniredis.spec.specification;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import miniredis.spec.i18n.Messages;

/**
 * The built-in features in Japanese: features_ja.properties has, by id, titles, rules, and what is said below them. Steps stay as
 * they are, and so do own features.
 *
 * <p>{@code title.INCR-03}; {@code rule.INCR-01} and {@code rule-text.INCR-01}, of the rule whose first
 * scenario that is; {@code cell.a-tab} for a word in a table; {@code feature.3-commands/5-incr} and {@code feature-text.3-commands/5-incr}.
 */
public final class Translation {
    private static final String FILE = "features_ja.properties";

    private static final List<String> STEP_TITLES = List.of("", "TCP サーバー", "プロトコル", "コマンド", "有効期限", "拡張", "自作");

    private final Properties texts = new Properties();
    private final Map<String, String> sentences = new HashMap<>();

    private Translation() {
        try (var in =
                new InputStreamReader(Translation.class.getResourceAsStream("/" + FILE), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        for (var feature : Specification.load().features()) {
            for (var rule : feature.rules()) {
                sentences.put(rule.title(), text("rule", rule.scenarios().get(0).outline(), rule.title()));
                rule.scenarios().forEach(scenario -> sentences.put(scenario.title(), title(scenario)));
            }
        }
    }

    /** Read when it is asked for: most runs are in English. */
    private static final class Japanese {
        static final Translation TRANSLATION = new Translation();
    }

    public static Translation japanese() {
        return Japanese.TRANSLATION;
    }

    /** These messages; if they are Japanese, rules and titles of features are, too. */
    public static Messages in(Messages messages) {
        return messages == Messages.JAPANESE
                ? messages.withFeatures(sentence -> japanese().of(sentence).orElse(sentence))
                : messages;
    }

    /** This specification, with its titles, rules and descriptions in the language of these messages. */
    public static Specification of(Specification english, Messages language) {
        return language.areJapanese() ? japanese().of(english) : english;
    }

    /** {@link Specification#STEP_TITLES}, in the language of these messages. */
    public static List<String> stepTitles(Messages language) {
        return language.areJapanese() ? STEP_TITLES : Specification.STEP_TITLES;
    }

    /** A rule or a title, where this is one of the built-in features. */
    public Optional<String> of(String sentence) {
        return Optional.ofNullable(sentences.get(sentence));
    }

    Specification of(Specification specification) {
        return new Specification(specification.features().stream().map(this::of).toList(), specification.folder());
    }

    private SpecFeature of(SpecFeature feature) {
        var key = feature.path().replaceFirst(".*features/", "").replace(".feature", "");
        return new SpecFeature(
                feature.path(),
                text("feature", key, feature.title()),
                text("feature-text", key, feature.description()),
                feature.step(),
                feature.rules().stream().map(this::of).toList(),
                feature.parsed());
    }

    private SpecRule of(SpecRule rule) {
        var key = rule.scenarios().get(0).outline();
        var title = text("rule", key, rule.title());
        return new SpecRule(
                title,
                rule.reference(),
                text("rule-text", key, rule.explanation()),
                rule.line(),
                rule.scenarios().stream()
                        .map(scenario -> scenario.saying(title(scenario), title))
                        .toList());
    }

    private String title(SpecScenario scenario) {
        var title = text("title", scenario.outline(), scenario.title());
        for (var value : scenario.row().entrySet()) {
            title = title.replace("<" + value.getKey() + ">", cell(value.getValue()));
        }
        return title;
    }

    /** Most cells are the same in every language: commands, numbers, bytes. */
    private String cell(String english) {
        var key = english.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return texts.getProperty("cell." + key, english);
    }

    private String text(String kind, String key, String english) {
        return english.isEmpty() ? "" : texts.getProperty(kind + "." + key, english);
    }
}
