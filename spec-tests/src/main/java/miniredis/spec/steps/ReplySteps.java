package miniredis.spec.steps;

import io.cucumber.java.en.Then;
import java.util.List;
import miniredis.spec.verdict.Expectation;
import miniredis.spec.wire.Answer;
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
        var answers = world.current().takeReplies(replies.size());
        for (int i = 0; i < answers.size(); i++) {
            judgeOneOfMany(client, i + 1, replies.size(), Notation.expectation(replies.get(i)), answers.get(i));
        }
        world.judge().requireNothingMore(client, new byte[0], new byte[0], replies.size() + " replies");
    }

    private void judgeOneOfMany(Client client, int number, int count, Expectation expected, Answer answer) {
        var named = new Expectation(
                "as reply %d of %d: %s".formatted(number, count, expected.inWords()),
                expected.bytes(),
                expected.accepts());
        world.judge().judge(client, null, named, answer);
    }

    @Then("the bytes received are:")
    public void bytesReceivedAre(String block) {
        var client = world.current().client();
        byte[] expected = Judge.concat(Notation.pieces(block).toArray(byte[][]::new));
        byte[] first = world.current().takeBytes();
        var rest = client.awaitBytes(expected.length - first.length);
        byte[] all = Judge.concat(first, rest.bytes());
        String inWords = "these bytes";
        if (!java.util.Arrays.equals(expected, all)) {
            world.judge().deviate(client, inWords, expected, all, rest.ending());
        }
        world.judge().requireNothingMore(client, all, expected, inWords);
    }

    @Then("{client} is answered PONG {times}")
    public void isAnsweredPong(String name, int times) {
        if (name.equals("every client")) {
            world.crowd().members().forEach(member -> requirePongs(member.client(), times, member.answers()));
            return;
        }
        var speaker = world.speaker(name);
        requirePongs(speaker.client(), times, speaker.takeReplies(times));
    }

    private void requirePongs(Client client, int times, List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            if (times == 1) {
                world.judge().judge(client, null, Expectation.SOME_PONG, answers.get(i));
            } else {
                judgeOneOfMany(client, i + 1, times, Expectation.SOME_PONG, answers.get(i));
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
