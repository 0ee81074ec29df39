package miniredis.proof.faults;

import static miniredis.proof.mistakes.ErrorMistake.*;
import static miniredis.proof.mistakes.ExpireMistake.OPTION_IN_OWN_WORDS;

import java.util.List;
import java.util.Locale;

/** The texts of errors. */
final class Errors {
    private static final int MOST_SHOWN = 128;

    private final Fault slip;

    Errors(Fault slip) {
        this.slip = slip;
    }

    String arity(String typed) {
        if (slip.is(ARITY_IN_OWN_WORDS)) {
            return "ERR too few or too many arguments";
        }
        String name = slip.is(ARITY_NAMES_WHAT_WAS_TYPED) ? typed : typed.toLowerCase(Locale.ROOT);
        return "ERR wrong number of arguments for '%s' command".formatted(name);
    }

    String syntax() {
        return slip.is(EXTRA_WORD_IN_OWN_WORDS) ? arity("set") : "ERR syntax error";
    }

    String option(String word) {
        return slip.is(OPTION_IN_OWN_WORDS) ? "ERR syntax error" : "ERR Unsupported option " + onOneLine(word);
    }

    String unknown(String typed, List<String> args) {
        if (slip.is(UNKNOWN_IN_OWN_WORDS)) {
            return "ERR unknown command";
        }
        String name = slip.is(UNKNOWN_IN_SMALL_LETTERS) ? typed.toLowerCase(Locale.ROOT) : typed;
        var list = new StringBuilder();
        for (var arg : args) {
            int most = slip.is(ONE_ARGUMENT_TOO_MANY) ? MOST_SHOWN + 1 : MOST_SHOWN;
            if (list.length() >= most && !slip.is(ARGUMENTS_ARE_NOT_CUT)) {
                break;
            }
            int room = slip.is(ARGUMENTS_ARE_NOT_CUT) ? arg.length() : MOST_SHOWN - list.length();
            list.append('\'').append(cut(arg, room)).append(slip.is(ARGUMENTS_WITH_COMMAS) ? "', " : "' ");
        }
        String shownName = slip.is(NAME_BREAKS_THE_LINE) ? name : onOneLine(name);
        String shownList = slip.is(ARGUMENT_BREAKS_THE_LINE) ? list.toString() : onOneLine(list.toString());
        String text = "ERR unknown command '%s', with args beginning with: %s"
                .formatted(cut(shownName, slip.is(NAME_IS_NOT_CUT) ? name.length() : MOST_SHOWN), shownList);
        return slip.is(NO_SPACE_AT_THE_END) ? text.stripTrailing() : text;
    }

    /** Redis is written in C, where a text ends at its first zero byte. */
    private static String cut(String text, int most) {
        String shown = text.split("\0", 2)[0];
        return shown.substring(0, Math.min(most, shown.length()));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\r\n]", " ");
    }
}
