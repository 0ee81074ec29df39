package miniredis.spec.steps;

import io.cucumber.java.en.When;
import miniredis.spec.steps.Notation.Departure;

/** Clients come and go. */
public final class ConnectionSteps {
    private final World world;

    public ConnectionSteps(World world) {
        this.world = world;
    }

    @When("{client} connects")
    public void connects(String client) {
        world.speaker(client);
    }

    @When("{client} {departure}")
    public void leaves(String client, Object departure) {
        ((Departure) departure).of(world.speaker(client).client());
    }
}
