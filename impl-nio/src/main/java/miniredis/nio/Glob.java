package miniredis.nio;

/** Patterns as in Redis: {@code *}, {@code ?}, {@code [a-c]}, {@code [^a-c]}, and {@code \} before any of these. */
final class Glob {
    private final String pattern;
    private int next; // where the part of the pattern that was matched last ends

    private Glob(String pattern) {
        this.pattern = pattern;
    }

    /** Only the last star is tried again, so the time is at most proportional to the product of both lengths. */
    static boolean matches(String pattern, String text) {
        return new Glob(pattern).matches(text);
    }

    private boolean matches(String text) {
        int at = 0;
        int read = 0;
        int afterStar = -1;
        int resume = 0;
        while (read < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                afterStar = ++at;
                resume = read;
            } else if (at < pattern.length() && takes(at, text.charAt(read))) {
                at = next;
                read++;
            } else if (afterStar >= 0) {
                at = afterStar;
                read = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private boolean takes(int at, char c) {
        char first = pattern.charAt(at);
        next = at + 1;
        if (first == '?') {
            return true;
        }
        if (first == '[') {
            return isInSet(at + 1, c);
        }
        if (first == '\\' && next < pattern.length()) {
            return pattern.charAt(next++) == c;
        }
        return first == c;
    }

    private boolean isInSet(int from, char c) {
        int at = from;
        boolean not = at < pattern.length() && pattern.charAt(at) == '^';
        at += not ? 1 : 0;
        boolean found = false;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            char low = pattern.charAt(at);
            if (low == '\\' && at + 1 < pattern.length()) {
                found |= pattern.charAt(at + 1) == c;
                at += 2;
            } else if (at + 2 < pattern.length() && pattern.charAt(at + 1) == '-') {
                char high = pattern.charAt(at + 2);
                found |= c >= Math.min(low, high) && c <= Math.max(low, high);
                at += 3;
            } else {
                found |= low == c;
                at++;
            }
        }
        next = Math.min(pattern.length(), at + 1);
        return found != not;
    }
}
