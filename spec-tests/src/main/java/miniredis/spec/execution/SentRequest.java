package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.Phrases;
import miniredis.spec.steps.StepText;
import miniredis.spec.wire.RequestText;

/**
 * A request that a scenario names.
 *
 * @param text as the scenario writes it
 * @param shouldSucceed whether the scenario does not expect an error in answer to it
 */
record SentRequest(String text, boolean shouldSucceed) {

    /** Those that a scenario sends, in order; what it sends as bytes is not looked into. */
    static List<SentRequest> by(SpecScenario scenario) {
        var sent = new ArrayList<SentRequest>();
        for (var step : ScenarioNeeds.steps(scenario)) {
            texts(step, "command", "commands together").forEach(text -> sent.add(new SentRequest(text, true)));
            // "The reply" is the last one, and "the replies" are the last ones.
            var replies = texts(step, "reply", "replies are");
            int first = sent.size() - replies.size();
            for (int i = 0; i < replies.size(); i++) {
                if (isError(replies.get(i)) && first + i >= 0) {
                    sent.set(first + i, new SentRequest(sent.get(first + i).text(), false));
                }
            }
        }
        return sent;
    }

    /** What is in gaps of this type, or in the table of the phrase with these words. */
    private static List<String> texts(StepText step, String type, String phrase) {
        return Phrases.matches(step.text())
                .findFirst()
                .map(match -> match.phrase().contains(phrase) ? step.rows() : match.texts(type))
                .orElse(List.of());
    }

    private static boolean isError(String reply) {
        return reply.startsWith("an error") || reply.startsWith("the error");
    }

    /** The name of the command, in capitals. */
    String command() {
        return command(text);
    }

    static String command(String text) {
        return new String(RequestText.parse(text).words().get(0), StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    }
}
