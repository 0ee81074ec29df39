package miniredis.spec.verdict;

import java.util.Optional;
import java.util.regex.Pattern;
import miniredis.spec.i18n.Message;

/**
 * Why a scenario failed.
 *
 * @param evidence what was sent, expected and observed
 * @param step the step that failed, as the feature writes it; empty for what is checked after the last one
 * @param trouble the exception or panic that the server printed meanwhile, if it did
 */
public record Failure(Evidence evidence, String step, Optional<ServerException> trouble) {
    private static final Pattern CLOSED_ELSEWHERE = Pattern.compile(
            "(?i)(?:socket|connection|channel).*closed|closed (?:socket|channel|network connection|stream)|bad file descriptor");

    /** How the connection, or the server, went on, as a sentence says it. */
    public Message then() {
        return evidence.observed().then();
    }

    /** What the bytes say about the mistake, if it is a known one. */
    public Optional<Message> hint() {
        return found().map(FailurePatterns.Found::hint);
    }

    /** The name of that clue. */
    public Optional<String> clue() {
        return found().map(FailurePatterns.Found::name);
    }

    /** Why a connection ended needs no guess where it was printed, unless that is only: somebody else has closed it. */
    private Optional<FailurePatterns.Found> found() {
        boolean known = trouble.filter(
                        printed -> !CLOSED_ELSEWHERE.matcher(printed.what()).find())
                .isPresent();
        return FailurePatterns.in(evidence)
                .filter(found -> !known || !found.name().equals("closed"));
    }
}
