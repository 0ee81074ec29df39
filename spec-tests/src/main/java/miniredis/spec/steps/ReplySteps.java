package miniredis.spec.steps;

import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import miniredis.spec.steps.TestClient.ReceivedReply;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Expected;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Client;

/** What comes back. */
public final class ReplySteps {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final World world;

    public ReplySteps(World world) {
        this.world = world;
    }

    @Then("the reply is {reply}")
    public void replyIs(Object expected) {
        world.current().judgeReply(new ReplyNotation(world.keys()).read((String) expected));
    }

    @Then("no reply arrives")
    public void replyIsNothing() {
        world.requireNothing(new Expected.Nothing());
    }

    @Then("the replies are:")
    public void repliesAre(List<String> replies) {
        var client = world.current().client();
        var received = world.current().takeReplies(replies.size());
        var expected =
                replies.stream().map(new ReplyNotation(world.keys())::read).toList();
        world.judge().judgeInARow(client, received, expected);
        world.judge().requireNothingMore(client, new Expected.Replies(replies.size()));
    }

    /** Unrequested messages: answers that this client got before don't count. */
    @Then("{client} receives:")
    public void hears(String name, List<String> messages) {
        world.client(name).requireReplies();
        repliesAre(messages);
    }

    @Then("the bytes received are:")
    public void bytesReceivedAre(String block) {
        var client = world.current().client();
        var expected = new Expected.TheseBytes(Notation.block(block));
        byte[] first = world.current().takeBytes();
        var rest = client.awaitBytes(expected.bytes().length - first.length);
        byte[] all = Bytes.concat(first, rest.bytes());
        if (!Arrays.equals(expected.bytes(), all)) {
            world.judge().fail(client, expected, Actual.of(rest.ending(), all, expected.bytes()));
        }
        world.judge().requireNothingMore(client, expected);
    }

    @Then("{client} receives PONG {times}")
    public void isAnsweredPong(String name, int times) {
        if (name.equals("every client")) {
            world.group().members().forEach(member -> judgePongs(member, times));
            // One moment for all of them.
            world.pause(Judge.A_MOMENT);
            world.group().members().forEach(member -> requireNoMore(member.client(), times, AT_ONCE));
            return;
        }
        var testClient = world.client(name);
        var received = testClient.takeReplies(times);
        judgePongs(testClient.client(), times, received);
        if (testClient.heardMoreThanReplies()) {
            var more = testClient.client().watch(Judge.A_MOMENT).bytes();
            world.judge().failAsSurplus(testClient.client(), bytesOf(received), times, more);
        }
        requireNoMore(testClient.client(), times, Judge.A_MOMENT);
    }

    private void judgePongs(ClientGroup.Member member, int times) {
        judgePongs(member.client(), times, member.replies());
        byte[] surplus = member.surplus().toByteArray();
        if (surplus.length > 0) {
            world.judge().failAsSurplus(member.client(), bytesOf(member.replies()), times, surplus);
        }
    }

    private static byte[] bytesOf(List<ReceivedReply> received) {
        return Bytes.concat(
                received.stream().map(reply -> reply.answer().bytes()).toList());
    }

    private void judgePongs(Client client, int times, List<ReceivedReply> received) {
        world.judge().judgeInARow(client, received, Collections.nCopies(times, new Expected.Pong()));
    }

    private void requireNoMore(Client client, int times, Duration within) {
        if (client.isOpen()) {
            world.judge().requireNothingMore(client, new Expected.Replies(times), within);
        }
    }

    @Then("the connection {fate}")
    public void connectionIs(String fate) {
        if (fate.equals("stays open")) {
            world.requireNothing(new Expected.StaysOpen());
        } else {
            world.requireClosedByLivingServer();
        }
    }
}
