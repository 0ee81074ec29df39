package miniredis.spec.report;

import java.util.ArrayList;
import java.util.List;
import miniredis.spec.specification.Level;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import miniredis.spec.wire.ByteText;

/** A verdict that is not "passed", as the person reads it who wrote the server. */
public final class FailureText {
    private static final int WIDTH = 100;
    private static final int NEAR_THE_DIFFERENCE = 60;

    private FailureText() {}

    /**
     * The whole text, headline first; empty for a scenario that passed.
     *
     * @param again the command that plays a scenario again, up to its id
     */
    public static String message(ScenarioResult result, String again) {
        if (result.status() == Status.PASSED) {
            return "";
        }
        var scenario = result.scenario();
        var lines = new ArrayList<String>();
        lines.add("%s  %s  %s%s"
                .formatted(
                        result.status().name().replace('_', ' '),
                        scenario.id(),
                        scenario.title(),
                        scenario.level() == Level.EXACT ? "  (exact)" : ""));
        lines.add("  at        %s:%d".formatted(scenario.path(), scenario.line()));
        lines.add("  rule      " + scenario.rule());
        lines.add("            " + scenario.reference());
        result.failure().ifPresent(failure -> addEvidence(lines, failure));
        if (!result.note().isEmpty()) {
            lines.add("  because   " + indented(result.note()));
        }
        lines.add("  again     " + again + scenario.id());
        return String.join("\n", lines);
    }

    private static void addEvidence(List<String> lines, Failure failure) {
        var evidence = failure.evidence();
        if (!failure.step().isEmpty()) {
            lines.add("  step      " + failure.step());
        }
        lines.add("  sent      " + shown(evidence.sent()));
        lines.add("  expected  " + evidence.expected());
        if (evidence.expectedBytes() != null && evidence.expectedBytes().length > 0) {
            lines.add("            "
                    + around(evidence.expectedBytes(), evidence.differsAt()).text());
        }
        var received = around(evidence.received(), evidence.differsAt());
        lines.add("  received  " + (evidence.received().length == 0 ? "nothing" : received.text()));
        if (received.caret() >= 0) {
            lines.add("            " + " ".repeat(received.caret()) + "^ here");
        }
        lines.add("  then      " + indented(failure.then()));
        failure.hint().ifPresent(hint -> lines.add("  hint      " + indented(hint)));
    }

    private record Excerpt(String text, int caret) {}

    private static String shown(byte[] bytes) {
        return bytes.length == 0 ? "nothing" : ByteText.excerpt(bytes, WIDTH);
    }

    /** The bytes around the first difference, and where in that text it is. */
    private static Excerpt around(byte[] bytes, int differsAt) {
        if (differsAt < 0) {
            return new Excerpt(ByteText.excerpt(bytes, WIDTH), -1);
        }
        int from = differsAt <= NEAR_THE_DIFFERENCE ? 0 : differsAt - 20;
        int to = Math.min(bytes.length, Math.max(from + WIDTH, differsAt + 40));
        String before = (from == 0 ? "" : "… ") + ByteText.escape(bytes, from, Math.min(differsAt, to));
        String after = differsAt >= to ? "" : ByteText.escape(bytes, differsAt, to);
        String rest = to < bytes.length ? "… (%,d bytes)".formatted(bytes.length) : "";
        return new Excerpt(before + after + rest, before.length());
    }

    private static String indented(String text) {
        return text.replace("\n", "\n            ");
    }
}
