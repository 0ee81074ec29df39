package miniredis.spec.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes requests as clients do: an array of bulk strings. */
public final class RequestWriter {
    private RequestWriter() {}

    public static byte[] request(List<byte[]> words) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header('*', words.size()));
        for (var word : words) {
            bytes.writeBytes(header('$', word.length));
            bytes.writeBytes(word);
            bytes.writeBytes(new byte[] {'\r', '\n'});
        }
        return bytes.toByteArray();
    }

    private static byte[] header(char type, int number) {
        return Bytes.of(type + Integer.toString(number) + "\r\n");
    }
}
