package miniredis.spec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import miniredis.spec.verdict.Expected;

/** What a key holds, and for how long. */
public final class KeySteps {
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
        var text = Long.toString(seconds).getBytes(StandardCharsets.US_ASCII);
        world.require(Command.of("EXPIRE", key, text), Expected.integer(1));
    }

    @When("only {double} second(s) of the lifetime of {key} are left")
    public void waitUntilLeft(double seconds, byte[] key) {
        world.waitUntilLeft(Command.keyText(key), seconds);
    }

    @When("the lifetime of {key} is over")
    public void waitUntilOver(byte[] key) {
        world.waitUntilOver(Command.keyText(key));
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

    @Then("{key} never expires")
    public void neverExpires(byte[] key) {
        world.require(Command.of("TTL", key), Expected.integer(-1));
    }
}
