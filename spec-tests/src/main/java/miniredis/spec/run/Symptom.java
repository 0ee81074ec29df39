package miniredis.spec.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.wire.Ending;

/**
 * What failures of one cause have in common: a server that does not know EXPIRE is silent, or gives the same error, wherever
 * EXPIRE is sent. Only for failures that say nothing about the scenario they occurred in, and only where there was one client:
 * a server that serves one client at a time is as silent to the second client of a scenario as to a scenario beside others, but
 * these are two causes.
 *
 * @param command the name of the command that was sent
 * @param received the beginning of what came: nothing, an error, or something that is no reply at all
 */
record Symptom(String command, Ending ending, String received) {
    private static final Pattern FIRST_WORD = Pattern.compile("^\\*\\d+\r\n\\$\\d+\r\n([A-Za-z]+)\r\n");
    private static final int ENOUGH = 20;
    private static final int LONGEST_HEAD = 64;

    /** Empty for a failure that has to be looked at by itself. */
    static Optional<Symptom> of(ScenarioResult result) {
        return result.tapes().size() > 1
                ? Optional.empty()
                : result.failure()
                        .filter(failure -> failure.death().isEmpty())
                        .flatMap(failure -> of(failure.evidence()));
    }

    private static Optional<Symptom> of(Evidence evidence) {
        var command = FIRST_WORD.matcher(beginning(evidence.sent(), LONGEST_HEAD));
        var received = beginning(evidence.received(), ENOUGH);
        boolean tellsNothing = received.isEmpty() || "+:$*".indexOf(received.charAt(0)) < 0;
        return command.find() && tellsNothing
                ? Optional.of(new Symptom(command.group(1).toUpperCase(Locale.ROOT), evidence.ending(), received))
                : Optional.empty();
    }

    private static String beginning(byte[] bytes, int most) {
        return new String(Arrays.copyOf(bytes, Math.min(bytes.length, most)), StandardCharsets.ISO_8859_1);
    }
}
