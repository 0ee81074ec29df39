package miniredis.spec.steps;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text at the separators that are outside quotes and brackets. */
final class OutsideQuotes {
    private OutsideQuotes() {}

    static List<String> split(String text, String separator) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int begin = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted) {
                at += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            } else if (depth == 0 && text.startsWith(separator, at)) {
                parts.add(text.substring(begin, at));
                begin = at + separator.length();
                at = begin - 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
