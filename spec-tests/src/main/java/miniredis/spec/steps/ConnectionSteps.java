package miniredis.spec.steps;

import io.cucumber.java.en.When;
import java.time.Duration;
import miniredis.spec.steps.Notation.Departure;

/** Clients come and go. */
public final class ConnectionSteps {
    private static final Duration LET_THE_SERVER_NOTICE = Duration.ofMillis(50);

    private final World world;

    public ConnectionSteps(World world) {
        this.world = world;
    }

    @When("{client} connects")
    public void connects(String client) {
        world.client(client);
    }

    /** What a server does that can't send any more begins only then. */
    @When("{client} leaves its replies unread")
    @PhraseNeeds(leavesUnread = true)
    public void letsRepliesPileUp(String client) {
        world.client(client).client().awaitStandstill();
    }

    @When("{client} {departure}")
    public void leaves(String client, Object departure) {
        var leaving = world.client(client).client();
        ((Departure) departure).of(leaving);
        if (departure != Departure.STOPS_SENDING) {
            // What it does about it, right or wrong, should not come after what the next client asks.
            leaving.awaitFarewell();
            world.pause(LET_THE_SERVER_NOTICE);
        }
    }
}
