package miniredis.spec.watch;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.jline.utils.NonBlockingReader;

/** Reads keys in a background thread until the input ends. */
final class Keyboard {
    /** Ctrl-C, which ends whatever is being typed. */
    static final int INTERRUPT = 3;

    /** Ctrl-D. */
    static final int END_OF_INPUT = 4;

    static final int ENTER = '\r';
    static final int ESCAPE = 27;
    static final int BACKSPACE = 127;

    private static final int END = -1;
    private static final int NOTHING = -2;

    /** What an arrow key sends after its escape comes immediately. */
    private static final long SEQUENCE_MILLIS = 30;

    private final NonBlockingReader in;
    private final IntConsumer keys;

    Keyboard(NonBlockingReader in, IntConsumer keys) {
        this.in = in;
        this.keys = keys;
    }

    void start() {
        Background.start("keyboard", this::read);
    }

    private void read() {
        try {
            for (int key = in.read(); key != END; key = in.read()) {
                if (key == ESCAPE && isSequence()) {
                    continue;
                }
                keys.accept(plain(key));
            }
        } catch (IOException closed) {
            // The terminal is gone; there are no more keys.
        }
    }

    private static int plain(int key) {
        return switch (key) {
            case '\n' -> ENTER;
            case '\b' -> BACKSPACE;
            default -> key;
        };
    }

    /** Arrows and function keys mean nothing here; all of what they send is read. */
    private boolean isSequence() throws IOException {
        int next = in.read(SEQUENCE_MILLIS);
        if (next == NOTHING || next == END) {
            return false;
        }
        if (next == 'O') {
            in.read(SEQUENCE_MILLIS);
            return true;
        }
        while (next >= 0 && !(Character.isLetter(next) || next == '~')) {
            next = in.read(SEQUENCE_MILLIS);
        }
        return true;
    }
}
