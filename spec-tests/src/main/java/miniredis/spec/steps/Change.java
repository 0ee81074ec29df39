package miniredis.spec.steps;

import java.util.regex.Pattern;

/**
 * How a number is to differ from its remembered value; or, if absolute, from zero.
 *
 * @param least the smallest difference that will do
 * @param most the largest
 */
record Change(String inWords, boolean absolute, long least, long most) {
    static final String PATTERN =
            "at least \\d+(?: higher)?|at most \\d+(?: higher)?|exactly \\d+ (?:higher|lower)|exactly \\d+|unchanged";

    private static final Pattern FORM = Pattern.compile("(at least|at most|exactly) (\\d+)(?: (higher|lower))?");

    static Change parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return new Change(text, false, 0, 0);
        }
        long number = Long.parseLong(form.group(2));
        boolean absolute = form.group(3) == null;
        return switch (form.group(1)) {
            case "at least" -> new Change(text, absolute, number, Long.MAX_VALUE);
            case "at most" -> new Change(text, absolute, Long.MIN_VALUE, number);
            default -> {
                long difference = "lower".equals(form.group(3)) ? -number : number;
                yield new Change(text, absolute, difference, difference);
            }
        };
    }

    boolean fits(long before, long now) {
        long difference = absolute ? now : now - before;
        return difference >= least && difference <= most;
    }
}
