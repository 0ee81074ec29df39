package miniredis.spec.verdict;

import java.util.Optional;
import miniredis.spec.message.Message;

/**
 * Why a scenario failed.
 *
 * @param evidence what was sent, expected and observed
 * @param step the step that failed, as the feature writes it; empty for what is checked after the last one
 * @param trouble the exception or panic that the server printed meanwhile, if it did
 */
public record Failure(Evidence evidence, String step, Optional<Trouble> trouble) {

    /** How the connection, or the server, went on, as a sentence says it. */
    public Message then() {
        return evidence.observed().then();
    }

    /** What the bytes say about the mistake, if it is a known one. */
    public Optional<Message> hint() {
        return Clues.in(evidence).map(Clues.Found::hint);
    }

    /** The name of that clue. */
    public Optional<String> clue() {
        return Clues.in(evidence).map(Clues.Found::name);
    }
}
