package miniredis.nio;

import java.util.Arrays;

/** A command's name and its arguments, as slices of the connection's input. It is valid until the next one is parsed. */
final class Request {
    private static final int FEW = 4;
    private static final int MANY = 1024;

    private byte[] bytes;
    private int start;
    private Argument[] arguments = new Argument[FEW];
    private int count;

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
        if (arguments.length > MANY) {
            arguments = new Argument[FEW]; // one long request shall not cost its memory for ever
        }
    }
}
