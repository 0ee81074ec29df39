package miniredis.spec.watch;

import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;
import miniredis.spec.i18n.Messages;
import miniredis.spec.report.Style;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A window that is drawn anew with each view, and a keyboard. */
final class TerminalDisplay implements Display {
    private static final String HOME = "\u001B[H";
    private static final String CLEAR_ALL = "\u001B[2J";
    private static final String CLEAR_LINE = "\u001B[K";
    private static final String CLEAR_BELOW = "\u001B[J";
    private static final String HIDE_CURSOR = "\u001B[?25l";
    private static final String SHOW_CURSOR = "\u001B[?25h";

    private final Terminal terminal;
    private final Attributes before;
    private final Style style;
    private final Messages language;
    private List<String> shown = List.of();

    private TerminalDisplay(Terminal terminal, Style style, Messages language) {
        this.terminal = terminal;
        this.style = style;
        this.language = language;
        this.before = terminal.enterRawMode();
        // A signal can end this program in the middle of anything; the cursor must be there again.
        Runtime.getRuntime().addShutdownHook(new Thread(this::restore, "gives the terminal back"));
        write(HIDE_CURSOR + HOME + CLEAR_ALL);
    }

    /** @throws IOException when there is no terminal that can be drawn on */
    static TerminalDisplay open(Style style, Messages language) throws IOException {
        // With JLine's usual handler Ctrl-C ends the process immediately: servers would keep running, and the terminal
        // would stay raw.
        var terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(false)
                .nativeSignals(true)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .build();
        return new TerminalDisplay(terminal, style, language);
    }

    @Override
    public void listen(IntConsumer keys, Runnable resized) {
        terminal.handle(Terminal.Signal.INT, signal -> keys.accept(Keyboard.INTERRUPT));
        terminal.handle(Terminal.Signal.WINCH, signal -> resized.run());
        new Keyboard(terminal.reader(), keys).start();
    }

    @Override
    public synchronized void show(View view) {
        int width = terminal.getWidth() > 0 ? terminal.getWidth() : 80;
        int height = terminal.getHeight() > 0 ? terminal.getHeight() : 24;
        var lines = Screen.of(view, style, language, width, height);
        if (lines.equals(shown)) {
            return;
        }
        // What is longer than the window scrolls, and is drawn from an empty one.
        boolean scrolls = lines.size() > height || shown.size() > height;
        shown = lines;
        write((scrolls ? HOME + CLEAR_ALL : HOME) + String.join(CLEAR_LINE + "\r\n", lines) + CLEAR_LINE + CLEAR_BELOW);
    }

    private synchronized void write(String text) {
        terminal.writer().write(text);
        terminal.writer().flush();
    }

    private void restore() {
        terminal.setAttributes(before);
        write(SHOW_CURSOR + "\r\n");
    }

    @Override
    public void close() {
        terminal.setAttributes(before);
    }
}
