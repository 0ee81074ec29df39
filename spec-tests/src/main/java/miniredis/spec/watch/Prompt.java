package miniredis.spec.watch;

import java.util.Locale;
import java.util.Optional;
import miniredis.spec.i18n.Message;

/** A line at the bottom in which a scenario's id is typed. */
final class Prompt {
    private static final int LONGEST = 20;

    private final StringBuilder text = new StringBuilder();
    private boolean open;
    private Message error = Message.NONE;

    boolean isOpen() {
        return open;
    }

    void open() {
        open = true;
        error = Message.NONE;
        text.setLength(0);
    }

    /** Takes a key; returns what was typed when it is complete. */
    Optional<String> press(int key) {
        error = Message.NONE;
        if (key == Keyboard.ENTER && text.length() > 0) {
            open = false;
            return Optional.of(text.toString().toUpperCase(Locale.ROOT));
        }
        if (key == Keyboard.ESCAPE || key == Keyboard.ENTER) {
            open = false;
        } else if (key == Keyboard.BACKSPACE) {
            text.setLength(Math.max(0, text.length() - 1));
        } else if (key > ' ' && key < Keyboard.BACKSPACE && text.length() < LONGEST) {
            text.append((char) key);
        }
        return Optional.empty();
    }

    /** There is no scenario with this id; the prompt stays open to correct it. */
    void refuse(Message why) {
        open = true;
        error = Message.of("watch.refused", why);
    }

    /** The line so far; empty while nothing is being typed. */
    Optional<Message> typed() {
        return open ? Optional.of(Message.of("watch.which-scenario", text.toString(), error)) : Optional.empty();
    }
}
