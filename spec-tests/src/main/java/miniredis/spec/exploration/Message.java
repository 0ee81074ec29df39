package miniredis.spec.exploration;

import java.util.List;
import java.util.stream.Collectors;
import miniredis.spec.model.Text;

/**
 * What one client sends as a unit. In its words {@link #OWN} stands for the prefix of this play, so that no play meets the keys
 * of another.
 *
 * @param form how a request is written; {@link Form#RAW} for bytes that are not a request
 * @param words the request; of raw bytes, the bytes
 * @param error of raw bytes: the error that they get before the connection is closed; empty where they are passed over
 */
public record Message(Form form, List<String> words, String error) {
    /** Not a byte, so that no value contains it. */
    public static final char OWN = '\uE000';

    /** How a request is written. */
    public enum Form {
        /** An array of bulk strings. */
        ARRAY,
        /** A line. */
        INLINE,
        RAW
    }

    public static Message of(List<String> request) {
        return new Message(Form.ARRAY, request, "");
    }

    static Message inline(List<String> request) {
        return new Message(Form.INLINE, request, "");
    }

    static Message passedOver(String bytes) {
        return new Message(Form.RAW, List.of(bytes), "");
    }

    static Message broken(String bytes, String error) {
        return new Message(Form.RAW, List.of(bytes), error);
    }

    boolean isRequest() {
        return form != Form.RAW;
    }

    boolean isBroken() {
        return !error.isEmpty();
    }

    Message with(List<String> otherWords) {
        return new Message(form, otherWords, error);
    }

    List<String> request(String own) {
        return words.stream()
                .map(word -> word.replace(Character.toString(OWN), own))
                .toList();
    }

    /** As it goes over the wire. */
    public String bytes(String own) {
        var request = request(own);
        return switch (form) {
            case RAW -> request.get(0);
            case INLINE -> request.stream().map(Message::quoted).collect(Collectors.joining(" ", "", "\r\n"));
            case ARRAY ->
                request.stream()
                        .map(word -> "$" + word.length() + "\r\n" + word + "\r\n")
                        .collect(Collectors.joining("", "*" + request.size() + "\r\n", ""));
        };
    }

    /** In quotes only where needed, since not every server has to know them. */
    private static String quoted(String word) {
        if (!word.isEmpty() && word.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\'')) {
            return word;
        }
        var text = new StringBuilder("\"");
        word.chars()
                .forEach(c -> text.append(
                        c == '"' || c == '\\' || c < ' ' || c > '~'
                                ? "\\x%02x".formatted(c)
                                : Character.toString((char) c)));
        return text.append('"').toString();
    }

    /** For people. */
    public String shown() {
        var text = request("").stream().map(Text::shown).collect(Collectors.joining(" "));
        return switch (form) {
            case RAW -> "the bytes " + text;
            case INLINE -> "the line " + text;
            case ARRAY -> text;
        };
    }
}
