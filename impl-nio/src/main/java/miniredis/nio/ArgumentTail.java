package miniredis.nio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import miniredis.nio.store.Blob;
import miniredis.nio.store.BlobAllocator;

/**
 * The arguments of a long request behind its first few, as compact as can be: no command looks at most of them, but a
 * client may send millions. Eight bytes say where one lies, in chunks, so that none is copied when there are more.
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

    /** Makes blobs of those that are long. */
    void enlarge(BlobAllocator allocator) {
        for (int i = 0; i < count; i++) {
            var argument = get(i);
            if (argument.length() > Blob.THRESHOLD && argument.blob() == null) {
                argument.enlarge(allocator);
                blobs.put(i, argument);
            }
        }
    }

    /** Lets go of the blobs. */
    void release() {
        blobs.values().forEach(Argument::clear);
    }
}
