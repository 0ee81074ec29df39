package miniredis.nio;

import java.util.Arrays;
import miniredis.nio.store.Blob;
import miniredis.nio.store.BlobAllocator;
import miniredis.nio.store.Words;
import org.jspecify.annotations.Nullable;

/** A command's name and its arguments, as slices of the connection's input. It is valid until the next one is parsed. */
final class Request {
    /** Most requests have no more arguments than this; their objects are used again and again. */
    private static final int FEW = 8;

    private final Argument[] arguments = new Argument[FEW];
    private @Nullable ArgumentTail tail; // those after the first few, or null
    private byte[] bytes = {};
    private int start;
    private int count;
    private long blobBytes;

    Request() {
        for (int i = 0; i < FEW; i++) {
            arguments[i] = new Argument(this);
        }
    }

    /** How many arguments, including the command's name. */
    int count() {
        return count;
    }

    /** Argument 0 is the command's name. */
    Argument argument(int index) {
        return index < FEW ? arguments[index] : tail().get(index - FEW);
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    /** Sets where the request's first byte is now. */
    void locate(byte[] bytes, int start) {
        if (this.bytes != bytes) { // it hardly ever changes, and storing a reference costs more than comparing
            this.bytes = bytes;
        }
        this.start = start;
    }

    /** Bytes of memory that its arguments take, besides those of the slices. */
    long held() {
        return tail == null ? blobBytes : blobBytes + tail.held();
    }

    /** Adds an argument that is a slice, its offset counted from the request's first byte. */
    void add(int offset, int length) {
        if (count < FEW) {
            arguments[count].locate(offset, length);
        } else {
            tail().add(offset, length);
        }
        count++;
    }

    /** Adds an argument that is a blob, and passes the caller's hold on it to the request. */
    void add(Blob blob) {
        if (count < FEW) {
            arguments[count].hold(blob);
        } else {
            tail().add(blob);
        }
        count++;
        blobBytes += blob.length();
    }

    /** Turns the long arguments into blobs, where their length was not known while they arrived. */
    void enlarge(BlobAllocator allocator) {
        for (int i = 0; i < Math.min(count, FEW); i++) {
            if (arguments[i].length() > Blob.THRESHOLD) {
                arguments[i].enlarge(allocator);
            }
        }
        if (tail != null) {
            tail.enlarge(allocator);
        }
    }

    /** A copy of the request with its own bytes, to be kept. The caller must {@link #clear} it in the end. */
    Request copy() {
        var copy = new Request();
        int end = start;
        for (int i = 0; i < count; i++) {
            var argument = argument(i);
            end = argument.blob() == null ? Math.max(end, argument.from() + argument.length()) : end;
        }
        // code that reads a slice may read up to one word more
        copy.locate(Arrays.copyOf(Arrays.copyOfRange(bytes, start, end), end - start + Words.SIZE), 0);
        for (int i = 0; i < count; i++) {
            var argument = argument(i);
            if (argument.blob() == null) {
                copy.add(argument.from() - start, argument.length());
            } else {
                copy.add(argument.blob().hold());
            }
        }
        return copy;
    }

    /** Bytes of memory that a copy takes, more or less. */
    long size() {
        return bytes.length + held() + FEW * 64L;
    }

    /** Forgets all arguments, and releases the large ones. */
    void clear() {
        for (int i = 0; i < Math.min(count, FEW); i++) {
            arguments[i].clear();
        }
        if (tail != null) {
            tail.release();
            tail = null;
        }
        count = 0;
        blobBytes = 0;
    }

    private ArgumentTail tail() {
        if (tail == null) {
            tail = new ArgumentTail(this);
        }
        return tail;
    }
}
