package miniredis.spec.model;

/**
 * Patterns: {@code *} any bytes, {@code ?} one, {@code [a-c]} one of these, {@code [^a-c]} one that is not, {@code \} takes the
 * next as it is. See https://redis.io/docs/latest/commands/psubscribe/
 */
final class Glob {
    private Glob() {}

    static boolean matches(String pattern, String text) {
        if (pattern.isEmpty() || text.isEmpty()) {
            return text.isEmpty() && pattern.chars().allMatch(c -> c == '*');
        }
        if (pattern.charAt(0) == '*') {
            return matches(pattern.substring(1), text) || matches(pattern, text.substring(1));
        }
        int end = elementEnd(pattern);
        return takes(pattern.substring(0, end), text.charAt(0)) && matches(pattern.substring(end), text.substring(1));
    }

    /** Where the part that takes one byte ends. A set that is never closed ends with the pattern. */
    private static int elementEnd(String pattern) {
        if (pattern.charAt(0) == '\\') {
            return Math.min(2, pattern.length());
        }
        if (pattern.charAt(0) != '[') {
            return 1;
        }
        int at = pattern.startsWith("^", 1) ? 2 : 1;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += memberLength(pattern, at);
        }
        return Math.min(pattern.length(), at + 1);
    }

    private static int memberLength(String pattern, int at) {
        if (pattern.charAt(at) == '\\' && at + 1 < pattern.length()) {
            return 2;
        }
        return at + 2 < pattern.length() && pattern.charAt(at + 1) == '-' ? 3 : 1;
    }

    private static boolean takes(String element, char c) {
        return switch (element.charAt(0)) {
            case '?' -> true;
            case '[' -> takesSet(element, c);
            default -> element.charAt(element.length() - 1) == c;
        };
    }

    private static boolean takesSet(String set, char c) {
        boolean not = set.startsWith("^", 1);
        boolean found = false;
        for (int at = not ? 2 : 1; at < set.length() && set.charAt(at) != ']'; ) {
            int length = memberLength(set, at);
            char first = set.charAt(at);
            char last = set.charAt(at + length - 1);
            found |= length == 2 ? last == c : Math.min(first, last) <= c && c <= Math.max(first, last);
            at += length;
        }
        return found != not;
    }
}
