package miniredis.spec.steps;

import io.cucumber.java.en.When;
import java.time.Duration;
import miniredis.spec.steps.Notation.Departure;

/** Clients connect and disconnect. */
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

    /** Only then does it show what a server does that can't send any more. */
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
            // The server's reaction, right or wrong, should not come after the next client's request.
            leaving.awaitFarewell();
            world.pause(LET_THE_SERVER_NOTICE);
        }
    }
}
