package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import miniredis.spec.i18n.Message;

/**
 * Why a scenario failed.
 *
 * @param evidence what was sent, what was expected, and what the server did
 * @param stepText the scenario step that failed, as the feature writes it; empty for what is checked after the last one
 * @param exception the exception or panic that the server printed meanwhile, if it did
 * @param complaints what else it printed meanwhile that looks like an error; a few lines at most
 * @param waitsForAnother whether a simpler scenario has shown the cause: then a guess at these bytes would mislead
 */
public record Failure(
        Evidence evidence,
        String stepText,
        Optional<ServerException> exception,
        List<String> complaints,
        boolean waitsForAnother) {
    private static final Pattern CLOSED_ELSEWHERE = Pattern.compile(
            "(?i)(?:socket|connection|channel).*closed|closed (?:socket|channel|network connection|stream)|bad file descriptor");

    public Failure(Evidence evidence, String stepText, Optional<ServerException> exception) {
        this(evidence, stepText, exception, List.of());
    }

    public Failure(Evidence evidence, String stepText, Optional<ServerException> exception, List<String> complaints) {
        this(evidence, stepText, exception, complaints, false);
    }

    Failure waitingForAnother() {
        return new Failure(evidence, stepText, exception, complaints, true);
    }

    /** How the connection, or the server, went on, as a sentence says it. */
    public Message then() {
        return evidence.actual().then();
    }

    /** What the bytes say about the mistake, if it is a known one. */
    public Optional<Message> hint() {
        return match().map(FailurePatterns.Match::hint);
    }

    /** The name of the pattern that gave the hint. */
    public Optional<String> pattern() {
        return match().map(FailurePatterns.Match::name);
    }

    /**
     * What a server printed says why the connection ended, or why nothing came, where the patterns for that would only guess; unless
     * an exception is itself about a connection that was closed somewhere else.
     */
    private Optional<FailurePatterns.Match> match() {
        boolean saysWhy = exception
                .filter(printed -> !CLOSED_ELSEWHERE.matcher(printed.what()).find())
                .isPresent();
        if (evidence.expected() instanceof Expected.Explored) {
            // Random commands are not an example of a known mistake: a hint would only guess.
            return Optional.empty();
        }
        return FailurePatterns.in(evidence)
                .filter(match -> !(saysWhy && match.name().equals("closed")))
                .filter(match -> !(isExplained() && match.name().startsWith("silence")))
                .filter(match -> !waitsForAnother || match.pattern().isCause());
    }

    /** Whether the server has said what is wrong. */
    private boolean isExplained() {
        return exception.isPresent() || !complaints.isEmpty();
    }
}
