package miniredis.spec.report;

import java.util.ArrayList;
import java.util.List;
import miniredis.spec.i18n.Messages;
import miniredis.spec.specification.Level;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import miniredis.spec.wire.ByteText;

/** A verdict other than "passed", as the author of the server reads it. */
public final class FailureText {
    private static final int WIDTH = 100;
    private static final int NEAR_THE_DIFFERENCE = 60;

    private FailureText() {}

    /** The whole text in English, as reports have it. */
    public static String message(ScenarioResult result) {
        return message(result, Messages.ENGLISH);
    }

    /**
     * The whole text, headline first; empty for a scenario that passed in every framing that was tried. Names at the head of the
     * lines, and the steps of a feature, are the same in every language.
     */
    public static String message(ScenarioResult result, Messages language) {
        if (result.status() == Status.PASSED && !result.failsInAnotherFraming()) {
            return "";
        }
        var lines = headline(result, language);
        result.shownFailure().ifPresent(failure -> addFailure(lines, failure, language));
        if (!result.note().isEmpty()) {
            lines.add("  because   " + indented(language.text(result.note())));
        }
        lines.add("  again     " + result.again());
        return String.join("\n", lines);
    }

    /** One of its lines: the headline is red, the hint yellow. */
    public static String coloured(String line, Style style) {
        if (line.startsWith("  hint ")) {
            return style.yellow(line);
        }
        return line.startsWith(" ") ? line : style.red(line);
    }

    private static List<String> headline(ScenarioResult result, Messages language) {
        var status = result.status() == Status.PASSED
                ? "PASSED, BUT NOT IN OTHER PACKETS"
                : result.status().name().replace('_', ' ');
        var scenario = result.scenario();
        var lines = new ArrayList<String>();
        lines.add("%s  %s  %s%s"
                .formatted(
                        status,
                        scenario.id(),
                        language.ofFeature(scenario.title()),
                        scenario.level() == Level.EXACT ? "  (exact)" : ""));
        lines.add("  at        %s:%d".formatted(scenario.path(), scenario.line()));
        lines.add("  rule      " + language.ofFeature(scenario.rule()));
        if (!scenario.reference().isEmpty()) {
            lines.add("            " + scenario.reference());
        }
        return lines;
    }

    private static void addFailure(List<String> lines, Failure failure, Messages language) {
        if (!failure.stepText().isEmpty()) {
            lines.add("  step      " + indented(failure.stepText()));
        }
        addEvidence(lines, failure.evidence(), language);
        failure.exception().ifPresent(exception -> {
            lines.add("  thrown    " + exception.what());
            if (!exception.where().isEmpty()) {
                lines.add("            at " + exception.where());
            }
        });
        failure.complaints().forEach(line -> lines.add("  printed   " + line));
        failure.hint().ifPresent(hint -> lines.add("  hint      " + indented(language.text(hint))));
    }

    private static void addEvidence(List<String> lines, Evidence evidence, Messages language) {
        lines.add("  sent      " + shown(evidence.sent(), language));
        lines.add("  expected  " + language.text(evidence.expectedInWords()));
        evidence.expected()
                .wire()
                .filter(bytes -> bytes.length > 0)
                .ifPresent(bytes -> lines.add(
                        "            " + around(bytes, evidence.differsAt()).text()));
        var received = around(evidence.received(), evidence.differsAt());
        lines.add("  received  "
                + (evidence.received().length == 0 ? language.text("failure.nothing") : received.text()));
        if (received.caret() >= 0) {
            lines.add("            " + " ".repeat(received.caret()) + language.text("failure.here"));
        }
        lines.add("  then      " + indented(language.text(evidence.actual().then())));
    }

    private record Excerpt(String text, int caret) {}

    private static String shown(byte[] bytes, Messages language) {
        return bytes.length == 0 ? language.text("failure.nothing") : ByteText.excerpt(bytes, WIDTH);
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
