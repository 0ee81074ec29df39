package miniredis.spec.steps;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.server.RunningServer;
import miniredis.spec.stage.Performance;
import miniredis.spec.stage.Place;
import miniredis.spec.stage.Stage;
import miniredis.spec.verdict.Expectation;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Patience;
import miniredis.spec.wire.Tape;

/** One scenario while it is played: its server, its clients, its keys. */
final class World {
    private final long started = System.nanoTime();
    private final Stage stage;
    private final Place place;
    private final Patience patience;
    private final Keys keys = new Keys();
    private final Lifetimes lifetimes = new Lifetimes();
    private final Judge judge = new Judge(lifetimes);
    private final Conversation conversation = new Conversation();
    private final Map<String, Speaker> speakers = new LinkedHashMap<>();
    private final Crowd crowd;
    private Speaker current;

    World(Stage stage) {
        this.stage = stage;
        this.place = stage.enter();
        this.patience = stage.patience().forScenario();
        this.crowd = new Crowd(place.server().address(), patience);
    }

    /** Gives the server time to do something about what a client has just done. */
    void pause(Duration time) {
        patience.pause(time);
    }

    Judge judge() {
        return judge;
    }

    Crowd crowd() {
        return crowd;
    }

    Keys keys() {
        return keys;
    }

    /** The client of this name, connected; "the reply" and "the connection" speak of it from now on. */
    Speaker speaker(String name) {
        current = speakers.computeIfAbsent(name, unknown -> new Speaker(newClient(unknown), judge));
        current.client().connect();
        return current;
    }

    private Client newClient(String name) {
        return new Client(name, place.server().address(), patience);
    }

    /** The client that was mentioned last. */
    Speaker current() {
        if (current == null) {
            throw new IllegalStateException("No client has been mentioned yet.");
        }
        return current;
    }

    /** Sends commands as one client, together, and waits for all replies. */
    void send(String client, List<Command> commands) {
        speaker(client).send(commands, keys, lifetimes);
    }

    /** Sends a command on the side, through the scenario's own client if that can still be used, and requires its answer. */
    void require(Command command, Expectation expected) {
        if (current == null || !current.client().canSendCommands()) {
            speaker(speakers.isEmpty() ? "client" : "client that looks afterwards");
        }
        current.requireReplies();
        current.send(List.of(command), keys, lifetimes);
        current.judgeReply(expected);
    }

    void waitUntilLeft(String key, double seconds) {
        endConversation();
        lifetimes.waitUntilLeft(key, seconds);
    }

    void waitUntilOver(String key) {
        endConversation();
        lifetimes.waitUntilOver(key);
    }

    void waitUntilFirstIsOver(String key) {
        endConversation();
        lifetimes.waitUntilFirstIsOver(key);
    }

    private void endConversation() {
        conversation.endsHere(speakers.values());
    }

    /** After the last step: nothing is left over, and in every other framing the same replies come. */
    void conclude(int step) {
        endConversation();
        for (var speaker : speakers.values()) {
            speaker.requireReplies();
            if (speaker.client().isOpen() && !speaker.hasRepliesLeftUnread()) {
                judge.requireNothingMore(speaker.client(), new byte[0], new byte[0], "no more than was asked for");
            }
        }
        closeClients();
        if (step > 1 && stage.playsEveryFraming() && !crowd.hasPlayed()) {
            // A server that takes one client at a time can serve the next ones now.
            conversation.replay(keys, this::newClient);
        }
    }

    private void closeClients() {
        speakers.values().forEach(speaker -> speaker.client().close());
        crowd.close();
    }

    /** Closes all connections, gives the server back, and keeps what happened for the report. */
    void end(String location, boolean passed) {
        var tapes = new LinkedHashMap<String, Tape>();
        speakers.forEach((name, speaker) -> tapes.put(name, speaker.client().tape()));
        tapes.putAll(crowd.tapes());
        Optional<String> death = passed ? Optional.empty() : place.server().death(timeToDie(tapes.values()));
        closeClients();
        tapes.values().forEach(Tape::shorten);
        long milliseconds = (System.nanoTime() - started) / 1_000_000;
        stage.leave(place, location, new Performance(tapes, death, milliseconds, passed, place.fresh()));
    }

    /** A silent server is alive; one that broke a connection may be about to end. */
    private static Duration timeToDie(Collection<Tape> tapes) {
        return tapes.stream().allMatch(tape -> tape.ending() == Ending.SILENT)
                ? Duration.ZERO
                : RunningServer.TIME_TO_NOTICE_A_DEATH;
    }
}
