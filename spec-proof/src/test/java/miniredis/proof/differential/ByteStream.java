package miniredis.proof.differential;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * What one client sends on one connection.
 *
 * @param parts what was generated as a unit, mostly one request each; {@code @@@@} in them becomes a different text each time
 *     the stream is played, so that no stream uses the keys of another
 * @param packets how the bytes are cut when they are sent: one of the constants here, or the seed of random cuts
 */
record ByteStream(List<byte[]> parts, long packets) {
    static final String OWN = "@@@@";
    static final long AT_ONCE = 0;
    static final long EVERY_BYTE_ALONE = 1;
    static final long A_PACKET_A_PART = 2;

    private static final int MOST_PACKETS = 24;

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        var all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    ByteStream with(List<byte[]> otherParts) {
        return new ByteStream(otherParts, packets);
    }

    ByteStream cut(long otherPackets) {
        return new ByteStream(parts, otherPackets);
    }

    /** The packets for the play with this number (0 to 36^4-1). */
    List<byte[]> packetsOf(int play) {
        var own = "%4s".formatted(Integer.toString(play, 36)).replace(' ', '0');
        if (packets == A_PACKET_A_PART) {
            return parts.stream().map(part -> replaced(part, own)).toList();
        }
        var bytes = replaced(bytes(), own);
        return packets == AT_ONCE
                ? List.of(bytes)
                : packets == EVERY_BYTE_ALONE ? cut(bytes, () -> 1) : randomlyCut(bytes);
    }

    private static byte[] replaced(byte[] bytes, String own) {
        return latin1(new String(bytes, StandardCharsets.ISO_8859_1).replace(OWN, own));
    }

    private List<byte[]> randomlyCut(byte[] bytes) {
        var random = new Random(packets);
        int longest = Math.max(1, 2 * bytes.length / MOST_PACKETS);
        var left = new AtomicInteger(MOST_PACKETS);
        return cut(bytes, () -> {
            int length = 1 + (random.nextBoolean() ? random.nextInt(4) : random.nextInt(longest));
            return left.decrementAndGet() > 0 ? length : bytes.length;
        });
    }

    private static List<byte[]> cut(byte[] bytes, IntSupplier lengths) {
        var cut = new ArrayList<byte[]>();
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + lengths.getAsInt());
            cut.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return cut;
    }
}
