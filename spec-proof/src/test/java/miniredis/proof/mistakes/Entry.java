package miniredis.proof.mistakes;

import java.util.List;
import java.util.Optional;
import miniredis.spec.specification.Level;

/**
 * What is known about a mistake.
 *
 * @param step where a learner makes it
 * @param level {@link Level#EXACT} when clients can live with it, so that only {@code @exact} scenarios need to catch it
 * @param symptom how it shows
 * @param sentence what the server does, in words a learner understands
 * @param caughtBy ids of scenarios that are about it: one of them is the first failure that a run reports
 * @param clue the name of the clue whose hint belongs to it; empty when the bytes alone don't tell
 * @param look where the mistake is likely to be, and what to do about it
 */
public record Entry(
        int step,
        Level level,
        Symptom symptom,
        String sentence,
        List<String> caughtBy,
        Optional<String> clue,
        String look) {

    /** How a mistake shows in the failure that explains it. Anything else that fails is not about it. */
    public enum Symptom {
        WRONG_REPLY("a wrong reply"),
        SILENCE("silence"),
        CLOSED("a closed connection"),
        STAYS_OPEN("a connection that should have been closed"),
        DEATH("the end of the server"),
        REFUSAL("a refused connection"),
        /** It is a matter of chance which of them. */
        MIXED("a wrong reply, or silence");

        private final String inWords;

        Symptom(String inWords) {
            this.inWords = inWords;
        }

        /** Whether the symptom that was seen is the expected one. */
        public boolean fits(Symptom seen) {
            return seen == this || this == MIXED && (seen == WRONG_REPLY || seen == SILENCE);
        }

        public String inWords() {
            return inWords;
        }
    }

    static Entry plain(int step, String sentence) {
        return new Entry(step, Level.PLAIN, Symptom.WRONG_REPLY, sentence, List.of(), Optional.empty(), "");
    }

    static Entry exact(int step, String sentence) {
        return new Entry(step, Level.EXACT, Symptom.WRONG_REPLY, sentence, List.of(), Optional.empty(), "");
    }

    Entry caughtBy(String... ids) {
        return new Entry(step, level, symptom, sentence, List.of(ids), clue, look);
    }

    Entry hint(String name) {
        return new Entry(step, level, symptom, sentence, caughtBy, Optional.of(name), look);
    }

    Entry look(String where) {
        return new Entry(step, level, symptom, sentence, caughtBy, clue, where);
    }

    Entry silent() {
        return shows(Symptom.SILENCE);
    }

    Entry closes() {
        return shows(Symptom.CLOSED);
    }

    Entry staysOpen() {
        return shows(Symptom.STAYS_OPEN);
    }

    Entry dies() {
        return shows(Symptom.DEATH);
    }

    Entry mixed() {
        return shows(Symptom.MIXED);
    }

    Entry refuses() {
        return shows(Symptom.REFUSAL);
    }

    private Entry shows(Symptom how) {
        return new Entry(step, level, how, sentence, caughtBy, clue, look);
    }
}
