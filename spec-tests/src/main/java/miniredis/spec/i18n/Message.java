package miniredis.spec.i18n;

import java.util.List;

/**
 * Something to say to a person, as a value: what it is, and the arguments for its gaps. Two that say the same are equal.
 *
 * @param key its name in messages.properties
 * @param arguments for the gaps {@code {0}}, {@code {1}} and so on; each is text, a number, or another message
 */
public record Message(String key, List<Object> arguments) {
    public static final Message NONE = verbatim("");

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** About so many things: {@code KEY.one} or {@code KEY.many}, where the number is {@code {0}}. */
    public static Message counted(String key, long count, Object... others) {
        var arguments = new Object[others.length + 1];
        arguments[0] = count;
        System.arraycopy(others, 0, arguments, 1, others.length);
        return of(key + (count == 1 ? ".one" : ".many"), arguments);
    }

    /** What is the same in every language: a rule as its feature has it, or what a server printed. */
    public static Message verbatim(String text) {
        return of("verbatim", text);
    }

    /** One below the other. */
    public static Message inLines(List<Message> messages) {
        return messages.stream()
                .reduce((above, below) -> of("lines", above, below))
                .orElse(NONE);
    }

    /** The names as a sentence lists them: {@code GET}, {@code GET and SET}, {@code QUIT, RESET and AUTH}. */
    public static Message listOf(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? verbatim(String.join("", names))
                : of("list", String.join(", ", names.subList(0, last)), names.get(last));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** In English: for reports, which have one language, and for logs. */
    @Override
    public String toString() {
        return Messages.ENGLISH.text(this);
    }
}
