package miniredis.nio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes arguments as the parser would, for tests of what comes after it. */
final class Arguments {
    private Arguments() {}

    static Argument of(String latin1) {
        return of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Argument of(byte[] bytes) {
        return request(bytes).argument(0);
    }

    static Argument large(LargeMemory memory, byte[] bytes) {
        var large = memory.large();
        large.append(bytes, 0, bytes.length);
        var request = new Request();
        request.add().set(large);
        return request.argument(0);
    }

    /** A request whose arguments follow each other in one array, as they arrive. */
    static Request request(byte[]... arguments) {
        int length = Arrays.stream(arguments).mapToInt(each -> each.length).sum();
        var bytes = new byte[length + 3 + Words.SIZE];
        Arrays.fill(bytes, (byte) '#'); // what lies around an argument must not matter
        var request = new Request();
        request.locate(bytes, 3);
        int at = 0;
        for (var each : arguments) {
            System.arraycopy(each, 0, bytes, 3 + at, each.length);
            request.add().set(at, each.length);
            at += each.length;
        }
        return request;
    }

    static byte[] bytes(Value value) {
        if (value.large() != null) {
            var all = ByteBuffer.allocate(value.large().length());
            value.large().copy(0, all);
            return all.array();
        }
        var bytes = new byte[value.length() + Words.SIZE];
        value.copy(bytes, 0);
        return Arrays.copyOf(bytes, value.length());
    }
}
