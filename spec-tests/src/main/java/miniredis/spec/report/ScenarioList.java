package miniredis.spec.report;

import java.util.List;
import java.util.Map;
import miniredis.spec.specification.SpecScenario;

/** The scenarios as JSON, in the form that results.json has for them, without what only a run can tell. */
public final class ScenarioList {
    private static final List<String> OF_A_RUN =
            List.of("status", "milliseconds", "message", "cause", "framing", "again");

    private ScenarioList() {}

    public static String json(List<SpecScenario> scenarios) {
        return ResultsJson.GSON.toJson(Map.of(
                "scenarios",
                scenarios.stream()
                        .map(scenario -> {
                            var json = ResultsJson.GSON
                                    .toJsonTree(ResultsJson.notRun(scenario, ""))
                                    .getAsJsonObject();
                            OF_A_RUN.forEach(json::remove);
                            return json;
                        })
                        .toList()));
    }
}
