package miniredis.spec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import miniredis.spec.verdict.Expected;

/** What a key holds, and for how long. */
public final class KeySteps {
    private static final int COMMANDS_A_PACKET = 100;

    private final World world;

    public KeySteps(World world) {
        this.world = world;
    }

    @Given("{key} holds {value}")
    public void holds(byte[] key, byte[] value) {
        world.require(Command.of("SET", key, value), Expected.OK);
    }

    @Given("{key} expires in {long} second(s)")
    public void expires(byte[] key, long seconds) {
        world.require(Command.of("EXPIRE", key, Command.ascii(Long.toString(seconds))), Expected.integer(1));
    }

    @When("only {double} second(s) of the lifetime of {key} are left")
    public void waitUntilLeft(double seconds, byte[] key) {
        world.waitUntilLeft(Command.keyText(key), seconds);
    }

    @When("the lifetime of {key} is over")
    public void waitUntilOver(byte[] key) {
        world.waitUntilOver(Command.keyText(key));
    }

    @When("the lifetime of {key} has just ended")
    public void waitUntilJustOver(byte[] key) {
        world.waitUntilJustOver(Command.keyText(key));
    }

    @When("the first lifetime of {key} is over")
    public void waitUntilFirstIsOver(byte[] key) {
        world.waitUntilFirstIsOver(Command.keyText(key));
    }

    @Then("{key} now holds {value}")
    public void nowHolds(byte[] key, byte[] value) {
        world.require(Command.of("GET", key), Expected.bulkString(value));
    }

    @Then("{key} does not exist")
    public void doesNotExist(byte[] key) {
        world.require(Command.of("GET", key), Expected.NULL);
    }

    @When("{client} sets {int} keys, each to a value of its own")
    public void setsMany(String client, int keys) {
        world.speaker(client);
        requireOfEach(
                keys, i -> Command.of("SET", Command.ascii("key " + i), Command.ascii("value " + i)), i -> Expected.OK);
    }

    @Then("each of these {int} keys holds its own value")
    public void eachHolds(int keys) {
        requireOfEach(
                keys,
                i -> Command.of("GET", Command.ascii("key " + i)),
                i -> Expected.bulkString(Command.ascii("value " + i)));
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
    public void neverExpires(byte[] key) {
        world.require(Command.of("TTL", key), Expected.integer(-1));
    }
}
