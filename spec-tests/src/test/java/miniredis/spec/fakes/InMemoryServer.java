package miniredis.spec.fakes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/** A server in this JVM whose health a test decides. It has the six commands, as long as it is well. */
public final class InMemoryServer implements ServerUnderTest {
    /** What a test may look at, in the order of their starts. */
    public final List<Running> started = new ArrayList<>();

    private final int atOnce;
    private final boolean startsAfresh;
    private final Set<String> neverThere = ConcurrentHashMap.newKeySet();
    private int failingStarts;
    private int hangUps;
    private boolean hangsFromTheStart;
    private Optional<Habit> habit = Optional.empty();

    private InMemoryServer(int atOnce, boolean startsAfresh) {
        this.atOnce = atOnce;
        this.startsAfresh = startsAfresh;
    }

    /** One that a command starts on free ports. */
    public static InMemoryServer onFreePorts() {
        return new InMemoryServer(2, true);
    }

    /** One that a command starts on a fixed port. */
    public static InMemoryServer onFixedPort() {
        return new InMemoryServer(1, true);
    }

    /** One that was started elsewhere. */
    public static InMemoryServer atAnAddress() {
        return new InMemoryServer(1, false);
    }

    /** One that a command starts on free ports, and that a learner might have written. */
    public static InMemoryServer with(Habit habit) {
        var server = new InMemoryServer(4, true);
        server.habit = Optional.of(habit);
        return server;
    }

    /** The next so many starts fail. */
    public void failToStart(int times) {
        failingStarts = times;
    }

    /** Each that is started from now on does not have this command. */
    public void startWithout(String command) {
        neverThere.add(command);
    }

    /** Each that is started from now on ends its first connections without a word. */
    public void hangUpOnTheFirst(int clients) {
        hangUps = clients;
    }

    @Override
    public Duration startupTimeout() {
        return Duration.ofSeconds(hangUps == Integer.MAX_VALUE ? 1 : 20);
    }

    /** Each that is started from now on answers no client. */
    public void startHanging() {
        hangsFromTheStart = true;
    }

    @Override
    public String name() {
        return "in memory";
    }

    @Override
    public String commandLine() {
        return "--command in-memory";
    }

    @Override
    public synchronized RunningServer start(Path output) throws ServerUnavailable {
        if (failingStarts > 0) {
            failingStarts--;
            throw new ServerUnavailable(Message.verbatim("no start, %d to go".formatted(failingStarts)));
        }
        try {
            var running = new Running();
            neverThere.forEach(running::lose);
            running.hangs = hangsFromTheStart;
            running.habit = habit;
            running.hangUps = hangUps;
            started.add(running);
            return running;
        } catch (IOException noSocket) {
            throw new ServerUnavailable(Message.verbatim("no socket"), noSocket);
        }
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public boolean startsAfresh() {
        return startsAfresh;
    }

    public synchronized Running last() {
        return started.get(started.size() - 1);
    }

    /** One that runs. */
    public static final class Running implements RunningServer {
        /** How it says that it works; not at all by itself. */
        public volatile LongSupplier worked = () -> 0;

        public volatile boolean closed;

        /** How many clients it has had. */
        public final AtomicInteger accepted = new AtomicInteger();

        /** Until it is open no client gets an answer. */
        public volatile CountDownLatch gate = new CountDownLatch(0);

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private String printed = "";
        private final FakeRedis redis = new FakeRedis();
        private final Set<String> lost = ConcurrentHashMap.newKeySet();
        private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
        private volatile Optional<String> death = Optional.empty();
        private volatile boolean inPeace;
        private volatile boolean hangs;
        private volatile boolean breaksOff;
        private volatile Optional<Habit> habit = Optional.empty();
        private volatile int hangUps;

        private Running() throws IOException {
            inBackground(this::accept);
        }

        boolean isHanging() {
            return hangs;
        }

        /** It prints this. */
        public synchronized void print(String text) {
            printed += text;
        }

        /** From now on it answers no client. */
        public void hang() {
            hangs = true;
        }

        /** From now on it answers this command as one that does not exist. */
        public void lose(String command) {
            lost.add(command);
        }

        /** From now on it ends each connection in the middle of the first reply. */
        public void breakOffReplies() {
            breaksOff = true;
        }

        /**
         * It ends.
         *
         * @param peacefully whether it says that all was well
         */
        public void die(String how, boolean peacefully) {
            death = Optional.of(how);
            inPeace = peacefully;
            closeSockets();
        }

        private void accept() {
            try {
                while (true) {
                    var client = socket.accept();
                    clients.add(client);
                    accepted.incrementAndGet();
                    inBackground(() -> serve(client));
                }
            } catch (IOException closedSocket) {
                // The end.
            }
        }

        private void serve(Socket client) {
            try (client) {
                if (accepted.get() <= hangUps) {
                    client.shutdownOutput();
                } else if (habit.isPresent()) {
                    habit.get().serve(client, this, redis);
                } else {
                    new FakeConnection(client).serve(request -> answer(client, request));
                }
            } catch (IOException | FakeConnection.Garbage left) {
                // The next client, then.
            }
        }

        private byte[] answer(Socket client, List<byte[]> request) throws IOException {
            awaitGate();
            if (hangs) {
                return null;
            }
            if (breaksOff) {
                client.getOutputStream().write('+');
                client.close();
                return null;
            }
            return lost.contains(FakeRedis.name(request))
                    ? FakeRedis.ascii("-ERR unknown command '" + FakeRedis.name(request) + "'\r\n")
                    : redis.reply(request);
        }

        private void awaitGate() {
            try {
                gate.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        private static void inBackground(Runnable task) {
            var thread = new Thread(task, "server in memory");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public InetSocketAddress address() {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }

        @Override
        public boolean isDead() {
            return death.isPresent();
        }

        @Override
        public Optional<String> death(Duration wait) {
            return death;
        }

        @Override
        public long workedNanos() {
            return worked.getAsLong();
        }

        @Override
        public synchronized long printed() {
            return printed.length();
        }

        @Override
        public synchronized String printedSince(long mark) {
            return printed.substring((int) mark);
        }

        @Override
        public boolean endedInPeace() {
            return inPeace;
        }

        @Override
        public void close() {
            closed = true;
            closeSockets();
        }

        private void closeSockets() {
            try {
                socket.close();
                for (var client : clients) {
                    client.close();
                }
            } catch (IOException alreadyClosed) {
                // That is what was wanted.
            }
        }
    }
}
