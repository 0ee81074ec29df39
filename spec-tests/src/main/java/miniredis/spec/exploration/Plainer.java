package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words that a reader understands sooner, the plainest first. */
final class Plainer {
    private static final List<String> KEYS = List.of(Message.OWN + "k", Message.OWN + "l", Message.OWN + "kk");
    private static final List<String> VALUES = List.of("1", "a", "0", "", "100");
    private static final int LONGEST_OPTION = 8;

    private Plainer() {}

    /** @param isKey whether the word is a key: then the others have to be keys of this play */
    static List<String> than(String word, boolean isKey) {
        var plainer = new ArrayList<>(isKey ? KEYS : VALUES);
        if (!isKey && word.length() <= LONGEST_OPTION) {
            plainer.add(word.toUpperCase(Locale.ROOT));
        }
        int same = plainer.indexOf(word);
        return same < 0 ? plainer : plainer.subList(0, same);
    }
}
