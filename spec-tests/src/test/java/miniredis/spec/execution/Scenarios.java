package miniredis.spec.execution;

import java.util.List;
import java.util.function.Predicate;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;

/** Scenarios of the specification, chosen by what they need and not by their ids. */
final class Scenarios {
    private static final List<SpecScenario> ALL = Selection.withExtensions(true).scenarios();

    private Scenarios() {}

    /** So many that need nothing special. */
    static List<SpecScenario> plain(int count) {
        return ALL.stream().filter(Scenarios::isPlain).limit(count).toList();
    }

    static SpecScenario plain() {
        return plain(1).get(0);
    }

    static SpecScenario waiting() {
        return first(scenario -> ScenarioNeeds.of(scenario).waits());
    }

    static SpecScenario withDepartures() {
        return first(scenario -> ScenarioNeeds.of(scenario).hasDepartures()
                && !ScenarioNeeds.of(scenario).waits());
    }

    static SpecScenario withSeveralClients() {
        return first(scenario -> ScenarioNeeds.of(scenario).hasSeveralClients()
                && !ScenarioNeeds.of(scenario).runsAlone());
    }

    static SpecScenario thatRunsAlone() {
        return first(scenario -> scenario.alone()
                && !ScenarioNeeds.of(scenario).waits()
                && !ScenarioNeeds.of(scenario).hasDepartures());
    }

    static SpecScenario thatSends(String command) {
        return first(scenario ->
                scenario.step() < 5 && ScenarioNeeds.of(scenario).commands().contains(command));
    }

    private static boolean isPlain(SpecScenario scenario) {
        return scenario.step() < 5
                && !ScenarioNeeds.of(scenario).waits()
                && !ScenarioNeeds.of(scenario).hasDepartures()
                && !ScenarioNeeds.of(scenario).runsAlone()
                && !ScenarioNeeds.of(scenario).hasSeveralClients();
    }

    private static SpecScenario first(Predicate<SpecScenario> wanted) {
        return ALL.stream().filter(wanted).findFirst().orElseThrow();
    }
}
