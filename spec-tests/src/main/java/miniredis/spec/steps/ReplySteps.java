package miniredis.spec.steps;

import io.cucumber.java.en.Then;
import java.util.Arrays;
import java.util.List;
import miniredis.spec.steps.Speaker.Heard;
import miniredis.spec.verdict.Expectation;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;

/** What comes back. */
public final class ReplySteps {
    private final World world;

    public ReplySteps(World world) {
        this.world = world;
    }

    @Then("the reply is {reply}")
    public void replyIs(Expectation expected) {
        world.current().judgeReply(expected);
    }

    @Then("the reply is nothing")
    public void replyIsNothing() {
        var client = world.current().judgedByStep();
        world.judge().requireNothingMore(client, world.current().takeBytes(), new byte[0], "no reply at all");
    }

    @Then("the replies are:")
    public void repliesAre(List<String> replies) {
        var client = world.current().client();
        var heard = world.current().takeReplies(replies.size());
        for (int i = 0; i < heard.size(); i++) {
            judgeOneOfMany(client, i + 1, replies.size(), Notation.expectation(replies.get(i)), heard.get(i));
        }
        world.judge().requireNothingMore(client, new byte[0], new byte[0], replies.size() + " replies");
    }

    private void judgeOneOfMany(Client client, int number, int count, Expectation expected, Heard heard) {
        var named = new Expectation(
                "as reply %d of %d: %s".formatted(number, count, expected.inWords()),
                expected.bytes(),
                expected.accepts());
        world.judge().judge(client, heard, named);
    }

    @Then("the bytes received are:")
    public void bytesReceivedAre(String block) {
        var client = world.current().client();
        byte[] expected = Judge.concat(Notation.pieces(block).toArray(byte[][]::new));
        byte[] first = world.current().takeBytes();
        var rest = client.awaitBytes(expected.length - first.length);
        byte[] all = Judge.concat(first, rest.bytes());
        String inWords = "these bytes";
        if (!Arrays.equals(expected, all)) {
            world.judge().deviate(client, inWords, expected, all, rest.ending());
        }
        world.judge().requireNothingMore(client, all, expected, inWords);
    }

    @Then("{client} is answered PONG {times}")
    public void isAnsweredPong(String name, int times) {
        if (name.equals("every client")) {
            world.crowd().members().forEach(member -> requirePongs(member.client(), times, member.heard()));
            return;
        }
        var speaker = world.speaker(name);
        requirePongs(speaker.client(), times, speaker.takeReplies(times));
    }

    private void requirePongs(Client client, int times, List<Heard> heard) {
        for (int i = 0; i < heard.size(); i++) {
            if (times == 1) {
                world.judge().judge(client, heard.get(i), Expectation.SOME_PONG);
            } else {
                judgeOneOfMany(client, i + 1, times, Expectation.SOME_PONG, heard.get(i));
            }
        }
        if (client.isOpen()) {
            world.judge().requireNothingMore(client, new byte[0], new byte[0], "PONG " + times + " times");
        }
    }

    @Then("the connection {fate}")
    public void connectionIs(String fate) {
        var client = world.current().judgedByStep();
        if (fate.equals("stays open")) {
            world.judge().requireNothingMore(client, new byte[0], new byte[0], "the connection stays open");
            if (!client.isOpen()) {
                world.judge()
                        .deviate(
                                client,
                                "the connection stays open",
                                null,
                                new byte[0],
                                client.tape().ending());
            }
            return;
        }
        var rest = client.awaitEnd();
        if (rest.ending() == Ending.SILENT) {
            world.judge().deviate(client, "the connection closed by the server", null, rest.bytes(), rest.ending());
        }
    }
}
