package miniredis.spec.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import miniredis.spec.command.Catalogue;
import miniredis.spec.command.CommandRow;
import miniredis.spec.command.Requests;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * One connection to the server under test. Commands go through Jedis, as a real client sends and reads them; bytes go over
 * the same socket as they are. Either way the verdict comes from the recording: what Jedis made of a reply, and which bytes it was.
 *
 * <p>Not for use by two threads at the same time.
 */
public final class Client implements Closeable {
    /** A server that can send more does so within this time. */
    private static final Duration STANDSTILL = Duration.ofMillis(150);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final String name;
    private final InetSocketAddress address;
    private final Timeouts timeouts;
    private final Recording recording = new Recording();
    private final Dialect dialect = new Dialect();
    private final Unjudged unjudged = new Unjudged(recording, dialect);
    private final byte[] buffer = new byte[32 * 1024];

    @SuppressWarnings("NullAway.Init") // connect comes before all that uses it
    private RecordedSocket socket;

    private @Nullable InputStream in; // null until the connection is accepted
    private int port;
    private @Nullable JedisChannel jedis;
    private byte[] lastSent = {};
    private boolean sentAsIs;
    private boolean lastSentInPieces;
    private boolean stoppedSending;

    public Client(String name, InetSocketAddress address, Timeouts timeouts) {
        this.name = name;
        this.address = address;
        this.timeouts = timeouts;
    }

    public String name() {
        return name;
    }

    public Recording recording() {
        return recording;
    }

    /** The bytes of the last request, or of the last few sent together. */
    public byte[] lastSent() {
        return lastSent;
    }

    /** Whether the last bytes went out with pauses between them: the server can't have read them all at once. */
    public boolean wasLastSentInPieces() {
        return lastSentInPieces;
    }

    /** Whether the server ended the connection before the client ended its side. */
    public boolean wasLeftByServer() {
        return !stoppedSending && recording.ending().isByServer();
    }

    public boolean isOpen() {
        return socket != null && !socket.isClosed() && recording.ending() == Ending.SILENT;
    }

    /** Whether the replies to what was sent change with time: numbers that differ when it is sent again. */
    public boolean isAnsweredOtherwiseNextTime() {
        return Requests.in(sentSince(0)).stream()
                .flatMap(request -> Catalogue.command(request).stream())
                .anyMatch(row -> row.again() == CommandRow.Again.OTHERWISE);
    }

    /** Whether a command can be sent now: not after bytes that may have left a request unfinished. */
    public boolean canSendCommands() {
        return isOpen() && !sentAsIs && !stoppedSending;
    }

    /** The same also after bytes, unless what follows would be read as the rest of them. */
    public boolean canSendMore() {
        return canSendCommands() || isOpen() && !stoppedSending && !Requests.areUnfinished(lastSent);
    }

    /** Opens the connection if that was not done yet; a refusal shows on the recording. */
    public void connect() {
        if (socket != null) {
            return;
        }
        socket = new RecordedSocket(recording, timeouts);
        try {
            socket.setTcpNoDelay(true);
            // Longer than a silence: where many connect together, the kernel tries again after 1 and after 3 seconds.
            socket.connect(address, (int)
                    TimeUnit.NANOSECONDS.toMillis(timeouts.oneReply().leftNanos()));
            in = socket.getInputStream();
            port = socket.getLocalPort();
        } catch (SocketTimeoutException full) {
            recording.ended(Ending.NOT_ACCEPTED);
        } catch (IOException refused) {
            recording.ended(Ending.REFUSED);
        }
    }

    /** Sends one command through Jedis and waits for its reply. */
    public Answer command(List<byte[]> words) {
        return commands(List.of(words)).get(0);
    }

    /** As {@link #command(List)}, for words in ASCII. */
    public Answer command(String... words) {
        return command(Stream.of(words).map(Bytes::of).toList());
    }

    /** Sends commands through Jedis in one packet (if they fit into one) and waits for as many replies. */
    public List<Answer> commands(List<List<byte[]>> commands) {
        commands.forEach(dialect::follow);
        if (!dialect.isForJedis()) {
            return commandsWithoutJedis(commands);
        }
        connect();
        if (in == null) {
            return awaitReplies(commands.size());
        }
        int sentBefore = recording.pieces().size();
        try {
            if (jedis == null) {
                jedis = new JedisChannel(socket, unjudged);
            }
            return jedis.commands(commands);
        } catch (JedisConnectionException broken) {
            return awaitReplies(commands.size());
        } finally {
            var sent = sentSince(sentBefore);
            lastSent = sent.length == 0 ? lastSent : sent;
        }
    }

    private List<Answer> commandsWithoutJedis(List<List<byte[]>> commands) {
        connect();
        var requests =
                Bytes.concat(commands.stream().map(RequestWriter::request).toList());
        lastSent = requests;
        write(requests);
        return awaitReplies(commands.size());
    }

    private List<Answer> awaitReplies(int count) {
        return Stream.generate(this::awaitReply).limit(count).toList();
    }

    /** Sends the pieces one after another, with a pause between: the next one is sent when the server has read the last. */
    public void sendPieces(List<byte[]> pieces, Duration pause) {
        sendPieces(pieces, pause, () -> ReceiveQueue.isEmptySoon(socket));
    }

    /** The same without looking whether they were read, which takes milliseconds each: on a busy machine some may be joined. */
    public void sendPiecesQuickly(List<byte[]> pieces, Duration pause) {
        sendPieces(pieces, pause, () -> false);
    }

    /** @param awaitRead waits until the last piece was read; when that is not known, it is not asked again */
    private void sendPieces(List<byte[]> pieces, Duration pause, BooleanSupplier awaitRead) {
        connect();
        sentAsIs = true;
        var all = Bytes.concat(pieces);
        dialect.followBytes(all);
        boolean isRead = true;
        for (int i = 0; i < pieces.size(); i++) {
            write(pieces.get(i));
            timeouts.pause(pause);
            // What comes after the last one, the next request or the end, should meet the server at work.
            isRead = isRead && i < pieces.size() - 1 && awaitRead.getAsBoolean();
        }
        lastSent = all;
        lastSentInPieces = pieces.size() > 1;
    }

    /** From now on replies of RESP3 are read, too, whatever was sent: the caller knows what may come. */
    public Client acceptingResp3() {
        dialect.acceptResp3();
        return this;
    }

    /** Sends whole requests as they are; commands can follow. */
    public void sendRequests(byte[] requests) {
        connect();
        dialect.followRequests();
        lastSent = requests;
        lastSentInPieces = false;
        write(requests);
    }

    private void write(byte[] bytes) {
        if (!isOpen()) {
            return;
        }
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException stuck) {
            // The recording says so.
        }
    }

    /** Waits for one whole reply after those already judged. */
    public Answer awaitReply() {
        startWaiting();
        while (unjudged.reading() instanceof ReplyReader.Reading.Partial && readMore()) {
            // until it is whole, or will never be
        }
        return unjudged.answer(unjudged.reading());
    }

    /** Waits until {@code count} bytes have come after those already judged, or no more will; returns them all. */
    public Received awaitBytes(int count) {
        startWaiting();
        while (unjudged.count() < count && readMore()) {
            // until enough is there
        }
        var bytes = unjudged.takeAll();
        return new Received(bytes, bytes.length >= count ? Ending.ANSWERED : recording.ending());
    }

    /** Whether more than was judged has come; doesn't wait for it. */
    public boolean hasMore() {
        return unjudged.count() > 0 || unread() > 0;
    }

    /** Takes what more has come than was judged; doesn't wait for it. No command can be sent afterwards. */
    public byte[] takeMore() {
        while (unread() > 0 && readMore()) {
            // until the kernel has no more
        }
        return unjudged.takeAll();
    }

    /** Watches the connection for {@code time} and returns what came meanwhile, asked for or not. */
    public Received watch(Duration time) {
        connect();
        socket.watch(time);
        return readToTheEnd();
    }

    /**
     * Waits, without reading, until no more bytes arrive: the server has sent everything, or there is no room for more, neither
     * in the client's kernel nor, a moment later, in the server's.
     */
    public void awaitStandstill() {
        connect();
        var most = timeouts.silence();
        int waiting = 0;
        var unchanged = timeouts.watch(STANDSTILL);
        while ((waiting == 0 || unchanged.leftNanos() > 0) && most.leftNanos() > 0) {
            timeouts.pause(BETWEEN_LOOKS);
            int now = unread();
            if (now > waiting) {
                waiting = now;
                unchanged = timeouts.watch(STANDSTILL);
            }
        }
    }

    private int unread() {
        try {
            return in == null || socket.isClosed() ? 0 : in.available();
        } catch (IOException closed) {
            return 0;
        }
    }

    /** Waits for the server to close the connection; returns what it still sent and how that ended. */
    public Received awaitEnd() {
        startWaiting();
        return readToTheEnd();
    }

    private Received readToTheEnd() {
        while (readMore()) {
            // until nothing more comes
        }
        return new Received(unjudged.takeAll(), recording.ending());
    }

    private void startWaiting() {
        connect();
        socket.awaitReply(unjudged.at());
    }

    /** Reads once, waiting as long as timeouts allows; false when nothing more will come. */
    private boolean readMore() {
        if (in == null || recording.ending() != Ending.SILENT || socket.isClosed()) {
            return false;
        }
        try {
            return in.read(buffer) > 0;
        } catch (IOException silenceOrEnd) {
            return false;
        }
    }

    private byte[] sentSince(int piece) {
        return Bytes.concat(recording.pieces().stream()
                .skip(piece)
                .filter(Recording.Piece::sent)
                .map(Recording.Piece::bytes)
                .toList());
    }

    /** Closes the client's half; the server can still answer. */
    public void stopSending() {
        connect();
        stoppedSending = true;
        try {
            socket.shutdownOutput();
        } catch (IOException closed) {
            // Closed already: nothing more will be sent in any case.
        }
    }

    /** Waits until the server has noticed that this client has left, as far as that can be seen; not for long. */
    public void awaitFarewell() {
        ReceiveQueue.awaitEnd(address.getPort(), port);
    }

    /** Ends the connection with a reset (RST), as a client that crashed. */
    public void breakOff() {
        connect();
        forgetAtOnce();
        close();
    }

    /** Ends the connection in good order. */
    @Override
    public void close() {
        if (recording.ending() == Ending.CLOSED) {
            forgetAtOnce();
        }
        closeQuietly(socket);
    }

    /**
     * The side that closes first keeps the connection in the kernel for a minute (TIME_WAIT), and meanwhile a server that does
     * not set SO_REUSEADDR can't be started again on its port. A reset in answer to the server's end avoids that.
     */
    private void forgetAtOnce() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // Closed already.
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException nothingToDo) {
            // The system closes it in any case.
        }
    }
}
