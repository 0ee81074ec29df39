package miniredis.proof.exploration;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A small server with a thread for each connection, correct but for one race, which nothing widens. */
final class RacyServer implements AutoCloseable {
    enum Race {
        NONE,
        /** INCR of a key that is not there: look, then store. */
        FIRST_INCR,
        /** Who finds a key ended removes it, whatever is there by then. */
        LAZY_REMOVAL,
        /** The sweep collects what has ended, then removes it. */
        SWEEP,
        /** A value of the same size or less is written into the bytes of the old one. */
        TORN_VALUE,
        /** EXPIRE reads the value and writes it back with a lifetime. */
        EXPIRE_WRITES_BACK
    }

    private static final long NEVER = Long.MAX_VALUE;
    private static final int SWEEP_MILLISECONDS = 20;

    private record Entry(byte[] value, int length, long end) {
        boolean isOver() {
            return System.currentTimeMillis() > end;
        }

        byte[] bytes() {
            return Arrays.copyOf(value, length);
        }
    }

    private final Race race;
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Entry> table = new ConcurrentHashMap<>();

    RacyServer(Race race) throws IOException {
        this.race = race;
        start(this::accept);
        start(this::sweep);
    }

    int port() {
        return listener.getLocalPort();
    }

    private static void start(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listener.accept();
                socket.setTcpNoDelay(true);
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void sweep() {
        try {
            while (!listener.isClosed()) {
                Thread.sleep(SWEEP_MILLISECONDS);
                if (race == Race.SWEEP) {
                    var ended = new ArrayList<String>();
                    table.forEach((key, entry) -> {
                        if (entry.isOver()) {
                            ended.add(key);
                        }
                    });
                    ended.forEach(table::remove);
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            while (true) {
                int count = number(in);
                var words = new ArrayList<String>();
                for (int i = 0; i < count; i++) {
                    var bytes = in.readNBytes(number(in));
                    in.skipNBytes(2);
                    words.add(new String(bytes, StandardCharsets.ISO_8859_1));
                }
                out.write(answer(words));
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException left) {
            // so has its thread
        }
    }

    private static int number(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the client has left");
            }
            line.append((char) next);
        }
        return Integer.parseInt(line.substring(1).trim());
    }

    private byte[] answer(List<String> words) {
        var key = words.size() > 1 ? words.get(1) : "";
        return switch (words.get(0).toUpperCase(Locale.ROOT)) {
            case "PING" -> text("+PONG\r\n");
            case "GET" -> bulk(live(key));
            case "SET" -> set(key, words.get(2).getBytes(StandardCharsets.ISO_8859_1));
            case "INCR" -> text(":" + increment(key) + "\r\n");
            case "EXPIRE" -> text(":" + expire(key, Long.parseLong(words.get(2))) + "\r\n");
            default -> text("-ERR unknown command\r\n");
        };
    }

    private @Nullable Entry live(String key) {
        var entry = table.get(key);
        if (entry == null || !entry.isOver()) {
            return entry;
        }
        if (race == Race.LAZY_REMOVAL) {
            table.remove(key);
        } else {
            table.remove(key, entry);
        }
        return null;
    }

    private byte[] set(String key, byte[] value) {
        var old = race == Race.TORN_VALUE ? table.get(key) : null;
        if (old != null && old.value().length >= value.length) {
            System.arraycopy(value, 0, old.value(), 0, value.length);
            table.put(key, new Entry(old.value(), value.length, NEVER));
        } else {
            table.put(key, new Entry(value, value.length, NEVER));
        }
        return text("+OK\r\n");
    }

    private long increment(String key) {
        live(key);
        if (race == Race.FIRST_INCR && table.get(key) == null) {
            table.put(key, counter(1));
            return 1;
        }
        var next = table.compute(
                key,
                (same, old) -> counter(
                        old == null ? 1 : Long.parseLong(new String(old.bytes(), StandardCharsets.ISO_8859_1)) + 1));
        return Long.parseLong(new String(next.bytes(), StandardCharsets.ISO_8859_1));
    }

    private static Entry counter(long number) {
        var bytes = text(Long.toString(number));
        return new Entry(bytes, bytes.length, NEVER);
    }

    private int expire(String key, long seconds) {
        long end = System.currentTimeMillis() + seconds * 1000;
        if (race == Race.EXPIRE_WRITES_BACK) {
            var entry = live(key);
            if (entry == null) {
                return 0;
            }
            table.put(key, new Entry(entry.value(), entry.length(), end));
            return 1;
        }
        live(key);
        return table.computeIfPresent(key, (same, old) -> new Entry(old.value(), old.length(), end)) == null ? 0 : 1;
    }

    private static byte[] bulk(@Nullable Entry entry) {
        if (entry == null) {
            return text("$-1\r\n");
        }
        var value = new String(entry.bytes(), StandardCharsets.ISO_8859_1);
        return text("$" + value.length() + "\r\n" + value + "\r\n");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
