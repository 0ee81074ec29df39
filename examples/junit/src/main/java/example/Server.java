package example;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** A small Redis: a thread for each connection. {@code java -cp target/classes example.Server 6379} */
public final class Server {
    private static final Commands COMMANDS = new Commands();

    private Server() {}

    public static void main(String[] args) throws IOException {
        try (var listener = new ServerSocket(Integer.parseInt(args[0]), 128, InetAddress.getLoopbackAddress())) {
            while (true) {
                var socket = listener.accept();
                var thread = new Thread(() -> serve(socket));
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            talk(new BufferedInputStream(socket.getInputStream()), new BufferedOutputStream(socket.getOutputStream()));
        } catch (IOException gone) {
            // The client has disconnected, as it may.
        }
    }

    private static void talk(InputStream in, OutputStream out) throws IOException {
        var requests = new Requests(in);
        try {
            for (List<byte[]> request = requests.next(); request != null; request = requests.next()) {
                if (!request.isEmpty()) {
                    out.write(COMMANDS.execute(request));
                    out.flush();
                }
            }
        } catch (Requests.Malformed broken) {
            out.write(Commands.error("Protocol error: " + broken.getMessage()));
            out.flush();
        }
    }
}
