package miniredis.spec.cucumber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.steps.Needs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scenarios need, by their ids. */
class ScenarioNeedsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INCR-05     |                       | GET, INCR",
                "INCR-09     | several               | GET, INCR",
                "INCR-10     | end departs floods several | GET, INCR",
                "LEAVE-09    | end departs           | PING",
                "EXPIRE-07   |                       | EXPIRE, GET, SET",
                "INLINE-06   |                       | PING",
                "CLIENT-17   |                       | CLIENT, CLIENT LIST",
                "SETGET-06   |                       | SET, SET GET",
                "METRIC-12   | waits                 | EXPIRE, INFO, SET",
                "METRIC-13   | alone waits           | EXPIRE, FLUSHALL, GET, INFO, SET",
                "ACTIVE-05   | alone floods waits    | DBSIZE, EXPIRE, FLUSHALL, GET, SET",
                "PUBSUB-18   | alone floods several  | PING, PUBLISH, SUBSCRIBE"
            })
    void areFoundInItsSteps(String id, String flags, String commands) {
        var needs = ScenarioNeeds.of(scenario(id));

        assertThat(flags(needs)).isEqualTo(flags == null ? List.of() : List.of(flags.split(" ")));
        assertThat(needs.commands()).containsExactlyInAnyOrder(commands.split(", "));
    }

    private static SpecScenario scenario(String id) {
        return Specification.load()
                .scenarios()
                .filter(scenario -> scenario.isCalled(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> flags(Needs needs) {
        var flags = new ArrayList<String>();
        add(needs.alone(), "alone", flags);
        add(needs.awaitsAnEnd(), "end", flags);
        add(needs.hasDepartures(), "departs", flags);
        add(needs.floods(), "floods", flags);
        add(needs.hasSeveralClients(), "several", flags);
        add(needs.leavesUnread(), "unread", flags);
        add(needs.waits(), "waits", flags);
        return flags;
    }

    private static void add(boolean holds, String flag, List<String> flags) {
        if (holds) {
            flags.add(flag);
        }
    }
}
