package miniredis.proof.differential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import miniredis.proof.differential.Transcript.End;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnavailable;

/** A server that takes part, running. */
record DifferentialServer(String name, RunningServer server) implements AutoCloseable {
    private static final int TIME_TO_FINISH_MILLISECONDS = 4000;
    private static final int REACHES_THE_SERVER_ALONE_MICROSECONDS = 300;

    static DifferentialServer start(String name, String command, Path folder) throws ServerUnavailable {
        var server = ServerSpec.ofCommand(command)
                .called(name)
                .givenUpAfter(Duration.ofSeconds(20))
                .server();
        return new DifferentialServer(name, server.start(folder.resolve(name + ".log")));
    }

    /** @param silence after how many milliseconds without a byte the server is taken to wait for more */
    Transcript play(List<byte[]> packets, int silence) throws IOException {
        var received = new ByteArrayOutputStream();
        try (var socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(server.address(), TIME_TO_FINISH_MILLISECONDS);
            try {
                for (var packet : packets) {
                    socket.getOutputStream().write(packet);
                    if (packets.size() > 1) {
                        LockSupport.parkNanos(REACHES_THE_SERVER_ALONE_MICROSECONDS * 1000L);
                    }
                }
            } catch (IOException closedBeforeTheEnd) {
                // What it sent before it closed can still be read.
            }
            var end = readAll(socket, received, silence);
            return new Transcript(received.toByteArray(), end);
        }
    }

    private static End readAll(Socket socket, ByteArrayOutputStream received, int silence) {
        if (read(socket, received, silence)) {
            return End.CLOSED_BY_SERVER;
        }
        try {
            socket.shutdownOutput();
        } catch (IOException closedJustNow) {
            return End.CLOSED_BY_SERVER;
        }
        return read(socket, received, TIME_TO_FINISH_MILLISECONDS) ? End.CLOSED_AFTER_CLIENT : End.NEVER_CLOSED;
    }

    /** Reads until the end of the connection (true; also for a reset) or until nothing came for that long (false). */
    private static boolean read(Socket socket, ByteArrayOutputStream received, int silence) {
        var buffer = new byte[64 * 1024];
        try {
            socket.setSoTimeout(silence);
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                received.write(buffer, 0, n);
            }
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
