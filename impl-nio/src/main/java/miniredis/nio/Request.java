package miniredis.nio;

import java.util.Arrays;
import miniredis.nio.store.Blob;

/** A command's name and its arguments, as slices of the connection's input. It is valid until the next one is parsed. */
final class Request {
    private static final int FEW = 4;
    private static final int MANY = 1024;
    /** Bytes: the object, and its place in the array, which is twice as long just after it has grown. */
    private static final int ARGUMENT = 56;

    private byte[] bytes;
    private int start;
    private Argument[] arguments = new Argument[FEW];
    private int count;
    private long blobBytes;

    /** How many arguments, the command's name among them. */
    int count() {
        return count;
    }

    /** Argument 0 is the command's name. */
    Argument argument(int index) {
        return arguments[index];
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    /** Says where the request's first byte is now. */
    void locate(byte[] bytes, int start) {
        if (this.bytes != bytes) { // it hardly ever changes, and storing a reference costs more than asking
            this.bytes = bytes;
        }
        this.start = start;
    }

    /** Bytes of memory that its arguments take, besides those of the slices. */
    long held() {
        return count <= FEW ? blobBytes : (long) count * ARGUMENT + blobBytes;
    }

    /** Adds an argument that is a blob, and passes the caller's hold on it to the request. */
    void add(Blob blob) {
        add().hold(blob);
        blobBytes += blob.length();
    }

    Argument add() {
        if (count == arguments.length) {
            arguments = Arrays.copyOf(arguments, count * 2);
        }
        if (arguments[count] == null) {
            arguments[count] = new Argument(this);
        }
        return arguments[count++];
    }

    /** Forgets all arguments, and lets go of the large ones nobody else holds. */
    void clear() {
        for (int i = 0; i < count; i++) {
            arguments[i].clear();
        }
        count = 0;
        blobBytes = 0;
        if (arguments.length > MANY) {
            arguments = new Argument[FEW]; // one long request shall not cost its memory for ever
        }
    }
}
