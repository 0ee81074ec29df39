package miniredis.spec.cli;

import java.util.Iterator;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;

/** What can follow {@code --scenario}, for shells that complete it: the ids without the rows of outlines. */
final class ScenarioIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Specification.load()
                .scenarios()
                .map(SpecScenario::outline)
                .distinct()
                .iterator();
    }
}
