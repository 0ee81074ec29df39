package miniredis.spec.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import miniredis.spec.specification.SpecScenario;

/** The scenarios as JSON, with the names that results.json has for the same things. */
public final class ScenarioList {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ScenarioList() {}

    private record Entry(
            String id,
            String title,
            int step,
            String level,
            String feature,
            int line,
            String rule,
            String reference,
            String text) {}

    private record Contents(List<Entry> scenarios) {}

    public static String json(List<SpecScenario> scenarios) {
        return GSON.toJson(new Contents(scenarios.stream()
                .map(scenario -> new Entry(
                        scenario.id(),
                        scenario.title(),
                        scenario.step(),
                        scenario.level().toString(),
                        scenario.path(),
                        scenario.line(),
                        scenario.rule(),
                        scenario.reference(),
                        scenario.text()))
                .toList()));
    }
}
