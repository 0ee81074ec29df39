package miniredis.spec.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns messages into text, in one language. The texts are in messages.properties, one file a language, with the same keys and
 * gaps.
 *
 * <p>They are read directly instead of with ResourceBundle, which falls back to the language of the machine: reports are in
 * English everywhere. And a gap takes its argument as it is, instead of MessageFormat's 1,000 for 1000 and '' for '.
 */
public final class Messages {
    public static final Messages ENGLISH = new Messages("messages.properties");
    public static final Messages JAPANESE = new Messages("messages_ja.properties");

    private static final Map<String, Messages> BY_LANGUAGE = Map.of("en", ENGLISH, "ja", JAPANESE);
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    private final Properties texts;
    private final UnaryOperator<String> features;

    private Messages(Properties texts, UnaryOperator<String> features) {
        this.texts = texts;
        this.features = features;
    }

    private Messages(String file) {
        this(new Properties(), UnaryOperator.identity());
        try (var in = new InputStreamReader(Messages.class.getResourceAsStream("/" + file), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Those of a language as options name it, {@code en} or {@code ja}; empty for any other. */
    public static Optional<Messages> in(String language) {
        return Optional.ofNullable(BY_LANGUAGE.get(language.toLowerCase(Locale.ROOT)));
    }

    /** Those for a reader with this locale: English where there are none in its language. */
    public static Messages of(Locale locale) {
        return in(locale.getLanguage()).orElse(ENGLISH);
    }

    /** Those for this user: as the environment variable {@code MINI_REDIS_LANGUAGE} says, else as the system does. */
    public static Messages ofThisUser() {
        return Optional.ofNullable(System.getenv("MINI_REDIS_LANGUAGE"))
                .flatMap(Messages::in)
                .orElseGet(() -> of(Locale.getDefault(Locale.Category.DISPLAY)));
    }

    /** Whether these are {@link #JAPANESE}, whatever the words of features. */
    public boolean areJapanese() {
        return texts.equals(JAPANESE.texts);
    }

    /** The language as HTML names it. */
    public String code() {
        return areJapanese() ? "ja" : "en";
    }

    /** The same, where rules and titles of features are said in these words. */
    public Messages withFeatures(UnaryOperator<String> inTheseWords) {
        return new Messages(texts, inTheseWords);
    }

    /** A rule or a title of a feature in this language, as far as there is a translation. */
    public String ofFeature(String sentence) {
        return features.apply(sentence);
    }

    public String text(String key, Object... arguments) {
        return text(Message.of(key, arguments));
    }

    /** @throws IllegalArgumentException where there is no such key */
    public String text(Message message) {
        var text = texts.getProperty(message.key());
        if (text == null) {
            throw new IllegalArgumentException("There is no message " + message.key());
        }
        return GAP.matcher(text)
                .replaceAll(
                        gap -> Matcher.quoteReplacement(text(message.arguments().get(Integer.parseInt(gap.group(1))))));
    }

    private String text(Object argument) {
        return argument instanceof Message message ? text(message) : features.apply(argument.toString());
    }
}
