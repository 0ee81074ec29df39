package miniredis.spec.steps;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import miniredis.spec.steps.TestClient.ReceivedReply;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Recording;
import miniredis.spec.wire.Timeouts;

/** Many clients that all do the same. */
final class ClientGroup {
    /**
     * One client of many, and the replies it got; fewer than its requests if one did not come.
     *
     * @param surplus what had come after them when it disconnected
     */
    record Member(Client client, List<Answer> answers, ByteArrayOutputStream surplus) {
        Member(Client client) {
            this(client, new ArrayList<>(), new ByteArrayOutputStream());
        }

        /** Disconnects without waiting for surplus replies: only what has come by now is noticed. */
        void leave() {
            surplus.writeBytes(client.takeMore());
            client.close();
        }

        List<ReceivedReply> replies() {
            return answers.stream()
                    .map(answer -> new ReceivedReply(null, answer))
                    .toList();
        }

        boolean isContent() {
            return answers.stream().allMatch(answer -> answer.ending() == Ending.ANSWERED);
        }
    }

    private static final int RECORDINGS_KEPT = 3;

    private final InetSocketAddress address;
    private final Timeouts timeouts;
    private final List<Member> members = new ArrayList<>();

    ClientGroup(InetSocketAddress address, Timeouts timeouts) {
        this.address = address;
        this.timeouts = timeouts;
    }

    /**
     * Each client connects, does its work and disconnects before the next one connects; stops at the first one that misses a
     * reply. The last one stays, so that there is time to see whether surplus replies come.
     */
    void oneAfterAnother(int count, List<byte[]> command, int times) {
        for (int i = 1; i <= count; i++) {
            var member = new Member(new Client("client " + i, address, timeouts));
            members.add(member);
            work(member, command, times);
            if (!member.isContent()) {
                member.client().close();
                return;
            }
            if (i < count) {
                member.leave();
            }
        }
    }

    /** All clients are connected before the first one sends, and stay until the last one has its replies. */
    void allAtOnce(int count, List<byte[]> command, int times) {
        var everyoneIsConnected = new CyclicBarrier(count);
        var threads = Executors.newFixedThreadPool(count);
        try {
            var working = new ArrayList<Future<?>>();
            for (int i = 1; i <= count; i++) {
                var member = new Member(new Client("client " + i, address, timeouts));
                members.add(member);
                working.add(threads.submit(() -> {
                    member.client().connect();
                    everyoneIsConnected.await(30, TimeUnit.SECONDS);
                    work(member, command, times);
                    return null;
                }));
            }
            for (var work : working) {
                work.get();
            }
        } catch (ExecutionException | InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void work(Member member, List<byte[]> command, int times) {
        for (int i = 0; i < times && member.isContent(); i++) {
            member.answers().add(member.client().command(command));
        }
    }

    boolean hasPlayed() {
        return !members.isEmpty();
    }

    List<Member> members() {
        return members;
    }

    /** The recordings of those that missed a reply, or of the first ones; not of fifty. */
    Map<String, Recording> recordings() {
        var recordings = new LinkedHashMap<String, Recording>();
        members.stream()
                .sorted((a, b) -> Boolean.compare(a.isContent(), b.isContent()))
                .limit(RECORDINGS_KEPT)
                .forEach(member ->
                        recordings.put(member.client().name(), member.client().recording()));
        return recordings;
    }

    void close() {
        members.forEach(member -> member.client().close());
    }
}
