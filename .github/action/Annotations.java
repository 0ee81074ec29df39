import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells the forge, in its own format, what keeps a server from passing: an annotation for each cause, the first to fix first, and
 * the totals for the page of the job. If the server printed an exception, the annotation is at its line. Usage:
 * {@code java -cp mini-redis-spec.jar Annotations.java results.json DIRECTORY}
 */
final class Annotations {
    /** The forge shows at most ten annotations of a step. */
    private static final int MOST = 10;

    private static final Pattern PLACE = Pattern.compile("([^\\s:()\"]+\\.\\w+):(\\d+)");

    private Annotations() {}

    public static void main(String[] args) throws IOException {
        var results = JsonParser.parseString(Files.readString(Path.of(args[0]))).getAsJsonObject();
        var directory = Path.of(args[1]);
        int said = 0;
        for (var cause : results.getAsJsonArray("causes")) {
            if (said++ < MOST) {
                System.out.println(annotation(cause.getAsJsonObject(), results, directory));
            }
        }
        publish(totals(results), results);
    }

    private static String annotation(JsonObject cause, JsonObject results, Path directory) {
        var first = scenario(cause.get("first").getAsString(), results);
        var place = place(first, directory);
        int waiting = cause.get("scenarios").getAsInt();
        var title = "%s (%s)".formatted(
                cause.get("title").getAsString(), waiting == 1 ? "1 scenario" : waiting + " scenarios");
        return "::error %stitle=%s::%s".formatted(place, property(title), data(first.get("message").getAsString()));
    }

    private static JsonObject scenario(String id, JsonObject results) {
        for (var scenario : results.getAsJsonArray("scenarios")) {
            if (scenario.getAsJsonObject().get("id").getAsString().equals(id)) {
                return scenario.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException("results.json has no scenario " + id);
    }

    /** The line of the learner's source that threw; empty if it is unknown, or its file is not in the repository. */
    private static String place(JsonObject scenario, Path directory) {
        if (!scenario.has("evidence") || scenario.get("evidence").isJsonNull()) {
            return "";
        }
        var thrown = PLACE.matcher(
                scenario.getAsJsonObject("evidence").get("thrown").getAsString());
        var here = Path.of("").toAbsolutePath();
        while (thrown.find()) {
            var file = here.resolve(directory).resolve(thrown.group(1)).normalize();
            if (file.startsWith(here) && Files.isRegularFile(file)) {
                return "file=%s,line=%s,".formatted(property(here.relativize(file).toString()), thrown.group(2));
            }
        }
        return "";
    }

    private static List<String> totals(JsonObject results) {
        Map<String, Integer> byStatus = new TreeMap<>();
        for (var scenario : results.getAsJsonArray("scenarios")) {
            byStatus.merge(scenario.getAsJsonObject().get("status").getAsString(), 1, Integer::sum);
        }
        var parts = new ArrayList<String>();
        byStatus.forEach((status, count) -> parts.add(count + " " + status));
        return parts;
    }

    private static void publish(List<String> totals, JsonObject results) throws IOException {
        int all = results.getAsJsonArray("scenarios").size();
        var line = "%d scenarios: %s".formatted(all, String.join(", ", totals));
        append("GITHUB_OUTPUT", "totals=" + line);
        append("GITHUB_STEP_SUMMARY", "**Mini-Redis Spec**: " + line);
        int causes = results.getAsJsonArray("causes").size();
        if (causes > 0) {
            append("GITHUB_STEP_SUMMARY", "\nThe first of %d to fix:\n\n```\n%s\n```".formatted(
                    causes,
                    scenario(
                                    results.getAsJsonArray("causes")
                                            .get(0)
                                            .getAsJsonObject()
                                            .get("first")
                                            .getAsString(),
                                    results)
                            .get("message")
                            .getAsString()
                            .replace("```", "'''")));
        }
    }

    private static void append(String variable, String text) throws IOException {
        var file = System.getenv(variable);
        if (file != null) {
            Files.writeString(Path.of(file), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** The text of a command to the forge. It contains a server's output, and a line of that must not act as a command. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
