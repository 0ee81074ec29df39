package miniredis.spec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import miniredis.spec.verdict.Expected;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.RequestWriter;

/** What a server says about itself: DBSIZE, and the lines of INFO. */
public final class MetricSteps {
    private static final int KEYS_A_PACKET = 500;

    private final World world;
    private final Metrics metrics;

    public MetricSteps(World world) {
        this.world = world;
        this.metrics = new Metrics(world);
    }

    @Given("{client} remembers {metric}")
    public void remembers(String client, String metric) {
        world.client(client);
        metrics.remember(metric);
    }

    @Then("{metric} is {change}")
    public void is(String metric, Object change) {
        metrics.require(metric, (Change) change);
    }

    /** Without any command but SET and EXPIRE. */
    @When("{client} stores {int} keys that expire in {long} second(s)")
    @PhraseNeeds(
            sends = {"SET", "EXPIRE"},
            waits = true)
    public void storesMany(String client, int keys, long seconds) {
        var testClient = world.client(client);
        for (int from = 0; from < keys; from += KEYS_A_PACKET) {
            int count = Math.min(KEYS_A_PACKET, keys - from);
            var requests = new ArrayList<byte[]>();
            for (int i = from; i < from + count; i++) {
                var key = world.keys().onTheWire(Bytes.of("many:" + i));
                requests.add(RequestWriter.request(List.of(Bytes.of("SET"), key, Bytes.of("x"))));
                requests.add(RequestWriter.request(List.of(Bytes.of("EXPIRE"), key, Bytes.of(Long.toString(seconds)))));
            }
            testClient.sendBytesForReplies(Bytes.concat(requests));
            for (int i = 0; i < count; i++) {
                testClient.judgeNext(Expected.OK);
                testClient.judgeNext(Expected.integer(1));
            }
        }
    }
}
