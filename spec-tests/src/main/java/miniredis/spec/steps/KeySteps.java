package miniredis.spec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import miniredis.spec.verdict.Expected;
import miniredis.spec.wire.Bytes;

/** What a key holds, and for how long. */
public final class KeySteps {
    private static final int COMMANDS_A_PACKET = 100;

    private final World world;

    public KeySteps(World world) {
        this.world = world;
    }

    @Given("{key} holds {value}")
    @PhraseNeeds(sends = "SET")
    public void holds(byte[] key, byte[] value) {
        world.require(Command.of("SET", key, value), Expected.OK);
    }

    @Given("{key} expires in {long} second(s)")
    @PhraseNeeds(sends = "EXPIRE")
    public void expires(byte[] key, long seconds) {
        world.require(Command.of("EXPIRE", key, Bytes.of(Long.toString(seconds))), Expected.integer(1));
    }

    @When("only {double} second(s) of the lifetime of {key} are left")
    @PhraseNeeds(waits = true)
    public void waitUntilLeft(double seconds, byte[] key) {
        world.lifetimesToWaitFor().waitUntilLeft(Bytes.text(key), seconds);
    }

    @When("the lifetime of {key} is over")
    @PhraseNeeds(waits = true)
    public void waitUntilOver(byte[] key) {
        world.lifetimesToWaitFor().waitUntilOver(Bytes.text(key));
    }

    @When("the lifetime of {key} has just ended")
    @PhraseNeeds(waits = true)
    public void waitUntilJustOver(byte[] key) {
        world.lifetimesToWaitFor().waitUntilJustOver(Bytes.text(key));
    }

    @When("the first lifetime of {key} is over")
    @PhraseNeeds(waits = true)
    public void waitUntilFirstIsOver(byte[] key) {
        world.lifetimesToWaitFor().waitUntilFirstIsOver(Bytes.text(key));
    }

    @Then("{key} now holds {value}")
    @PhraseNeeds(sends = "GET")
    public void nowHolds(byte[] key, byte[] value) {
        world.require(Command.of("GET", key), Expected.bulkString(value));
    }

    @Then("{key} does not exist")
    @PhraseNeeds(sends = "GET")
    public void doesNotExist(byte[] key) {
        world.require(Command.of("GET", key), Expected.NULL);
    }

    @When("{client} sets {int} keys, each to a value of its own")
    @PhraseNeeds(sends = "SET")
    public void setsMany(String client, int keys) {
        world.client(client);
        requireOfEach(keys, i -> Command.of("SET", Bytes.of("key " + i), Bytes.of("value " + i)), i -> Expected.OK);
    }

    @Then("each of these {int} keys holds its own value")
    @PhraseNeeds(sends = "GET")
    public void eachHolds(int keys) {
        requireOfEach(
                keys, i -> Command.of("GET", Bytes.of("key " + i)), i -> Expected.bulkString(Bytes.of("value " + i)));
    }

    private void requireOfEach(
            int keys, IntFunction<Command> command, IntFunction<? extends Expected.OneReply> expected) {
        for (int from = 0; from < keys; from += COMMANDS_A_PACKET) {
            int count = Math.min(COMMANDS_A_PACKET, keys - from);
            world.requireEach(
                    IntStream.range(from, from + count).mapToObj(command).toList(),
                    IntStream.range(from, from + count).mapToObj(expected).toList());
        }
    }

    @Then("{key} never expires")
    @PhraseNeeds(sends = "TTL")
    public void neverExpires(byte[] key) {
        world.require(Command.of("TTL", key), Expected.integer(-1));
    }
}
