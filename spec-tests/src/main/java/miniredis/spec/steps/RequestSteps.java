package miniredis.spec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.RequestWriter;

/** What clients send. */
public final class RequestSteps {
    private static final Duration LET_IT_ARRIVE = Duration.ofMillis(50);
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(1);

    private final World world;

    public RequestSteps(World world) {
        this.world = world;
    }

    @When("{client} sends {command}")
    public void sends(String client, Object command) {
        world.send(client, List.of((Command) command));
    }

    @When("{client} sends these commands together:")
    @PhraseNeeds(sendsBlock = true)
    public void sendsTogether(String client, List<String> commands) {
        world.send(client, commands.stream().map(Command::parse).toList());
    }

    @When("{client} sends the bytes:")
    @PhraseNeeds(sendsBlock = true)
    public void sendsBytes(String client, String block) {
        world.client(client).sendBytes(Notation.pieces(block), LET_IT_ARRIVE);
    }

    @When("{client} sends the bytes {times}:")
    @PhraseNeeds(sendsBlock = true)
    public void sendsBytesRepeatedly(String client, int times, String block) {
        var bytes = Notation.block(block);
        var all = Bytes.concat(Collections.nCopies(times, bytes));
        world.client(client).sendBytes(List.of(all), Duration.ZERO);
    }

    @When("{client} sends, byte by byte:")
    @PhraseNeeds(sendsBlock = true)
    public void sendsByteByByte(String client, String block) {
        var bytes = Notation.block(block);
        var pieces = new ArrayList<byte[]>();
        for (byte b : bytes) {
            pieces.add(new byte[] {b});
        }
        world.client(client).sendBytes(pieces, BETWEEN_BYTES);
    }

    @Given("{client} sends {command} {times} without reading")
    public void sendsWithoutReading(String client, Object command, int times) {
        var request = RequestWriter.request(((Command) command).onTheWire(world.keys()));
        var all = Bytes.concat(Collections.nCopies(times, request));
        world.client(client).sendBytes(List.of(all), Duration.ZERO);
    }

    @When("{int} clients, {order}, each send {command} {times}")
    @PhraseNeeds(manyClients = true)
    public void eachSend(int clients, String order, Object command, int times) {
        var words = ((Command) command).onTheWire(world.keys());
        if (order.equals("all at once")) {
            world.group().allAtOnce(clients, words, times);
        } else {
            world.group().oneAfterAnother(clients, words, times);
        }
    }
}
