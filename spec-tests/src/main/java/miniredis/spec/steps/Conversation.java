package miniredis.spec.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import miniredis.spec.command.Catalogue;
import miniredis.spec.command.CommandRow;
import miniredis.spec.command.Requests;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Framing;
import miniredis.spec.verdict.FramingMark;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Received;
import miniredis.spec.wire.Recording;

/**
 * What one client and the server sent each other up to the scenario's first wait, to be repeated in other framings: TCP is a
 * stream, so however the requests are cut into packets, the same replies must come.
 */
final class Conversation {
    private static final Duration LET_THE_SERVER_READ = Duration.ofNanos(150_000);
    private static final int CUT_AT_THE_START = 400;
    private static final int CUT_AT_THE_END = 60;

    /** Not the common pool of this JVM: on two cores that is one thread, and the conversations would wait in line. */
    private static final Executor SENDERS = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "sender");
        thread.setDaemon(true);
        return thread;
    });

    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private byte[] requests = {};
    private byte[] replies = {};
    private boolean closedByServer;
    private boolean hasEnded;

    /** Records the conversation so far. Several clients, or unread replies, can't be repeated in one stream. */
    void endsHere(Collection<TestClient> clients) {
        if (hasEnded) {
            return;
        }
        hasEnded = true;
        if (clients.size() == 1
                && !clients.iterator().next().client().isAnsweredOtherwiseNextTime()
                && !clients.iterator().next().hasRepliesLeftUnread()) {
            var client = clients.iterator().next().client();
            var recording = client.recording();
            requests = Bytes.concat(recording.pieces().stream()
                    .filter(Recording.Piece::sent)
                    .map(Recording.Piece::bytes)
                    .toList());
            replies = recording.receivedFrom(0);
            closedByServer = client.wasLeftByServer();
        }
    }

    /** Repeats it, with keys of the same length: byte by byte, and all in one packet, as far as that is not known already. */
    List<FramingMark> repeat(Keys keys, Function<String, Client> newClient, FramingSilences silences) {
        return requests.length == 0
                ? List.of()
                : silences.framings().stream()
                        .map(framing -> repeat(
                                framing,
                                keys,
                                newClient,
                                framing == Framing.BYTE_BY_BYTE ? this::byteByByte : List::of))
                        .toList();
    }

    private FramingMark repeat(
            Framing framing, Keys keys, Function<String, Client> newClient, Function<byte[], List<byte[]>> cut) {
        var own = new Keys();
        byte[] sent = keys.translate(requests, own);
        byte[] expected = keys.translate(replies, own);
        var name = "client, " + framing.message();
        try (var client = newClient.apply(name)) {
            recordings.put(name, client.recording());
            client.connect();
            // Sent from another thread: a server that answers while it reads must find a reader.
            var sending = CompletableFuture.runAsync(
                    () -> client.sendPiecesQuickly(cut.apply(sent), LET_THE_SERVER_READ), SENDERS);
            Received received = closedByServer ? client.awaitEnd() : client.awaitBytes(expected.length);
            sending.join();
            var more =
                    closedByServer ? new byte[0] : client.watch(Judge.A_MOMENT).bytes();
            var all = Bytes.concat(received.bytes(), more);
            if (SameReplies.are(expected, all, asksForATimeToLive())) {
                return new FramingMark(framing, Optional.empty());
            }
            return new FramingMark(
                    framing,
                    Optional.of(new Evidence(
                            sent,
                            new Expected.SameReplies(expected, framing),
                            Evidence.Position.ONLY,
                            false,
                            Actual.of(received.ending(), all),
                            framing)));
        }
    }

    /** What went over the connections of the repetitions, by the client's name. */
    Map<String, Recording> recordings() {
        return recordings;
    }

    /** Every byte alone; of something long, the beginning and the end, and what is between in a few uneven pieces. */
    private List<byte[]> byteByByte(byte[] bytes) {
        var pieces = new ArrayList<byte[]>();
        int length = bytes.length;
        int step;
        for (int at = 0; at < length; at += step) {
            boolean nearAnEnd = at < CUT_AT_THE_START || at >= length - CUT_AT_THE_END;
            step = nearAnEnd ? 1 : Math.min(length - CUT_AT_THE_END - at, (length / 7) | 1);
            pieces.add(Arrays.copyOfRange(bytes, at, Math.min(length, at + step)));
        }
        return pieces;
    }

    private boolean asksForATimeToLive() {
        return Requests.in(requests).stream()
                .flatMap(request -> Catalogue.command(request).stream())
                .anyMatch(row -> row.again() == CommandRow.Again.ABOUT);
    }
}
