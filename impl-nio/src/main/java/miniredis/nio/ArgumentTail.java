package miniredis.nio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import miniredis.nio.store.Blob;
import miniredis.nio.store.BlobAllocator;

/**
 * The arguments of a long request after its first few. They are stored compactly, because a client may send millions. Eight
 * bytes give the place of each. These are in chunks, so that they are not copied when more come.
 */
final class ArgumentTail {
    private static final int CHUNK = 1024;

    private final Request request;
    private final List<long[]> chunks = new ArrayList<>();
    private final Map<Integer, Argument> blobs = new HashMap<>();
    private int count;

    ArgumentTail(Request request) {
        this.request = request;
    }

    /** Bytes of memory, without the blobs. */
    long held() {
        return (long) chunks.size() * CHUNK * Long.BYTES;
    }

    void add(int offset, int length) {
        if (count == chunks.size() * CHUNK) {
            chunks.add(new long[CHUNK]);
        }
        chunks.get(count / CHUNK)[count % CHUNK] = (long) offset << Integer.SIZE | length;
        count++;
    }

    void add(Blob blob) {
        var argument = new Argument(request);
        argument.hold(blob);
        blobs.put(count, argument);
        add(0, 0);
    }

    Argument get(int index) {
        var blob = blobs.get(index);
        if (blob != null) {
            return blob;
        }
        long place = chunks.get(index / CHUNK)[index % CHUNK];
        var argument = new Argument(request);
        argument.locate((int) (place >>> Integer.SIZE), (int) place);
        return argument;
    }

    /** Turns the long ones into blobs. */
    void enlarge(BlobAllocator allocator) {
        for (int i = 0; i < count; i++) {
            var argument = get(i);
            if (argument.length() > Blob.THRESHOLD && argument.blob() == null) {
                argument.enlarge(allocator);
                blobs.put(i, argument);
            }
        }
    }

    /** Releases the blobs. */
    void release() {
        blobs.values().forEach(Argument::clear);
    }
}
