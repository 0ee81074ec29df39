package miniredis.spec.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import miniredis.spec.i18n.Message;

/** Stands between clients and a server, passes on what either sends, unchanged and at once, and shows it. */
public final class Proxy implements Closeable {
    private static final int CLIENTS_WAITING = 50;
    private static final int CONNECT_MILLISECONDS = 5000;

    private final ServerSocket door;
    private final InetSocketAddress server;
    private final Watcher watcher;

    /** Sees what passes. Its methods are called from several threads. Clients are counted from 1. */
    public interface Watcher {
        /** The client sent these bytes; they have not been passed on yet. */
        void sent(int client, byte[] bytes);

        /** The server sent these bytes; they have not been passed on yet. */
        void received(int client, byte[] bytes);

        /** One side has ended, or never was there. */
        void ended(int client, Message how);
    }

    /**
     * @param port 0 for any free one
     * @throws IOException when another program listens on the port
     */
    public static Proxy open(int port, InetSocketAddress server, Watcher watcher) throws IOException {
        var door = new ServerSocket(port, CLIENTS_WAITING, InetAddress.getLoopbackAddress());
        return new Proxy(door, server, watcher);
    }

    private Proxy(ServerSocket door, InetSocketAddress server, Watcher watcher) {
        this.door = door;
        this.server = server;
        this.watcher = watcher;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Serves clients until it is closed. */
    public void run() {
        for (int client = 1; ; client++) {
            try {
                var socket = door.accept();
                int number = client;
                start(() -> join(socket, number));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client, int number) {
        try (client;
                var toServer = new Socket()) {
            client.setTcpNoDelay(true);
            toServer.setTcpNoDelay(true);
            if (connects(toServer, client, number)) {
                var replies = start(() -> passOn(toServer, client, number, false));
                passOn(client, toServer, number, true);
                replies.join();
            }
        } catch (IOException clientGone) {
            watcher.ended(number, Message.of("say.reset"));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connects to the server; false when it is not there, or resets the connection at once. Then the client has learnt it. */
    private boolean connects(Socket toServer, Socket client, int number) throws IOException {
        try {
            toServer.connect(server, CONNECT_MILLISECONDS);
            return true;
        } catch (ConnectException | NoRouteToHostException | SocketTimeoutException | UnknownHostException nobody) {
            watcher.ended(number, Message.of("say.refused", server.getHostString() + ":" + server.getPort()));
        } catch (SocketException resetAlready) {
            // A reset that is faster than the end of connect comes out of connect.
            watcher.ended(number, Message.of("say.reset"));
            reset(client);
        }
        return false;
    }

    /** Until one side has ended; then the other learns it the same way. */
    private void passOn(Socket from, Socket to, int client, boolean areRequests) {
        var buffer = new byte[64 * 1024];
        var end = Message.of(areRequests ? "say.client-ended" : "say.closed");
        try {
            int count;
            while ((count = from.getInputStream().read(buffer)) >= 0) {
                var bytes = Arrays.copyOf(buffer, count);
                if (areRequests) {
                    watcher.sent(client, bytes);
                } else {
                    watcher.received(client, bytes);
                }
                to.getOutputStream().write(bytes);
            }
            watcher.ended(client, end);
            to.shutdownOutput();
        } catch (IOException broken) {
            if (!from.isClosed()) {
                watcher.ended(client, Message.of("say.reset"));
            }
            reset(from, to);
        }
    }

    /** A reset is passed on as a reset; the other direction's thread ends with it. */
    private static void reset(Socket... both) {
        for (var socket : both) {
            try (socket) {
                socket.setSoLinger(true, 0);
            } catch (IOException alreadyClosed) {
                // It has ended in any case.
            }
        }
    }

    private static Thread start(Runnable work) {
        var thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
