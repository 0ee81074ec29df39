package miniredis.spec.steps;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Expected;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Received;
import miniredis.spec.wire.Recording;
import miniredis.spec.wire.Timeouts;
import org.jspecify.annotations.Nullable;

/** One scenario while it runs: its server, its clients, its keys. Each scenario has one; Cucumber hands it to the step classes. */
public final class World {
    private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> ONLY_PONG = Set.of("+PONG\r\n", "$4\r\nPONG\r\n");

    /** Short: it follows a silence, and only the wording depends on it. */
    private static final Duration AFTER_SILENCE = Duration.ofMillis(300);

    private final ScenarioContext context;
    private final Timeouts timeouts;
    private final Keys keys = new Keys();
    private final Lifetimes lifetimes = new Lifetimes();
    private final Judge judge = new Judge(lifetimes);
    private final Conversation conversation = new Conversation();
    private final Map<String, TestClient> clients = new LinkedHashMap<>();
    private final LivenessCheck liveness;
    private final ClientGroup group;
    private final Map<String, Client> observers = new LinkedHashMap<>();
    private @Nullable TestClient current;

    public World(ScenarioContext context) {
        this.context = context;
        this.timeouts = context.timeouts().forScenario();
        this.liveness = new LivenessCheck(judge, context::death, this::newClient);
        this.group = new ClientGroup(context.address(), timeouts);
    }

    /** Gives the server time to do something about what a client has just done. */
    void pause(Duration time) {
        timeouts.pause(time);
    }

    ScenarioContext context() {
        return context;
    }

    Judge judge() {
        return judge;
    }

    ClientGroup group() {
        return group;
    }

    Keys keys() {
        return keys;
    }

    /** The client of this name, connected; "the reply" and "the connection" refer to it from now on. */
    TestClient client(String name) {
        var testClient = clients.computeIfAbsent(name, unknown -> new TestClient(newClient(unknown), judge));
        current = testClient;
        testClient.client().connect();
        return testClient;
    }

    private Client newClient(String name) {
        return new Client(name, context.address(), timeouts);
    }

    /** A client of the runner, which no step mentions. */
    Client observer(String name) {
        var observer = observers.computeIfAbsent(name, this::newClient);
        observer.connect();
        return observer;
    }

    /** The client that was mentioned last. */
    TestClient current() {
        if (current == null) {
            throw new IllegalStateException("No client has been mentioned yet.");
        }
        return current;
    }

    /** Sends commands as one client, together, and waits for all replies. */
    void send(String client, List<Command> commands) {
        client(client).send(commands, keys, lifetimes);
    }

    /** Sends a command on the side, through the scenario's own client if that can still be used, and requires its answer. */
    void require(Command command, Expected.OneReply expected) {
        group.members()
                .forEach(member -> member.answers().forEach(answer -> judge.requireReply(member.client(), answer)));
        var testClient = current;
        if (testClient == null || !testClient.client().canSendCommands()) {
            testClient = client(clients.isEmpty() ? "client" : "client that looks afterwards");
        }
        testClient.requireReplies();
        testClient.send(List.of(command), keys, lifetimes);
        testClient.judgeReply(expected);
    }

    /** Sends commands together as the client that was mentioned last, and requires their answers. */
    void requireEach(List<Command> commands, List<? extends Expected.OneReply> expected) {
        var testClient = current();
        testClient.requireReplies();
        testClient.send(commands, keys, lifetimes);
        judge.judgeInARow(testClient.client(), testClient.takeReplies(commands.size()), expected);
    }

    /** Requires that nothing comes on the connection mentioned last, and that it stays open. */
    void requireNothing(Expected expected) {
        var testClient = current();
        liveness.requireNothing(testClient.judgedByStep(), testClient.takeBytes(), expected);
        testClient.hasBeenAskedAside();
    }

    /** Requires that the server ends the connection mentioned last, and lives on. */
    void requireClosedByLivingServer() {
        liveness.requireClosed(current().judgedByStep());
    }

    /** The lifetimes of the keys, to wait for: requests from now on are not repeated in other framings. */
    Lifetimes lifetimesToWaitFor() {
        endConversation();
        return lifetimes;
    }

    private void endConversation() {
        conversation.endsHere(clients.values());
    }

    /** After the last step: requires that no reply is left over, and tries the same requests in every other framing. */
    void conclude(int step, boolean varies) {
        endConversation();
        for (var testClient : clients.values()) {
            testClient.requireReplies();
            boolean isQuiet = !testClient.hasRepliesLeftUnread() && !testClient.wasAskedAside();
            if (testClient.client().isOpen() && isQuiet) {
                judge.requireNothingMore(testClient.client(), new Expected.NoMore());
            }
        }
        closeClients();
        if (step > 1 && !varies && context.checksEveryFraming() && !group.hasPlayed()) {
            // A server that takes one client at a time can serve the next ones now.
            conversation
                    .repeat(keys, this::newClient, context.framingSilences())
                    .forEach(context::note);
        }
    }

    /**
     * Whether the client that was mentioned last gets an answer to one more PING, if it got none before; not after
     * half a request, because PING would be read as the rest.
     */
    void askAfterSilence() {
        if (current == null || !context.asksAfterSilence()) {
            return;
        }
        var client = current.client();
        if (client.isOpen() && client.canSendMore()) {
            boolean wasInPieces = client.wasLastSentInPieces();
            client.sendRequests(PING);
            var after = afterwards(client.watch(AFTER_SILENCE));
            boolean isAboutPieces = wasInPieces && after == Actual.Afterwards.PASSED_OVER;
            context.noteAfterSilence(isAboutPieces ? Actual.Afterwards.ANSWERED_IN_ONE_PIECE : after);
        }
    }

    private static Actual.Afterwards afterwards(Received answer) {
        var text = new String(answer.bytes(), StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return answer.ending().isByServer() ? Actual.Afterwards.CLOSED_THEN : Actual.Afterwards.CONNECTION_HANGS;
        }
        if (ONLY_PONG.contains(text)) {
            return Actual.Afterwards.PASSED_OVER;
        }
        if (text.startsWith("-")) {
            return Actual.Afterwards.TAKEN_FOR_THE_REST;
        }
        return ONLY_PONG.stream().anyMatch(text::endsWith)
                ? Actual.Afterwards.ANSWERED_LATE
                : Actual.Afterwards.UNKNOWN;
    }

    private void closeClients() {
        observers.values().forEach(Client::close);
        clients.values().forEach(testClient -> testClient.client().close());
        group.close();
    }

    /** Closes all connections, and keeps what went over them for the report. */
    void end() {
        var recordings = new LinkedHashMap<String, Recording>();
        clients.forEach(
                (name, testClient) -> recordings.put(name, testClient.client().recording()));
        observers.forEach((name, client) -> recordings.put(name, client.recording()));
        recordings.putAll(group.recordings());
        recordings.putAll(liveness.recordings());
        recordings.putAll(conversation.recordings());
        closeClients();
        recordings.values().forEach(Recording::shorten);
        context.keep(recordings);
    }
}
