package miniredis.spec.watch;

import java.io.PrintStream;
import java.util.List;
import miniredis.spec.i18n.Messages;
import miniredis.spec.report.Style;

/** Without a terminal each complete verdict is printed below the last one, and there are no keys. */
final class PlainDisplay implements Display {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 60;

    private final PrintStream out;
    private final Messages language;
    private List<String> shown = List.of();

    PlainDisplay(PrintStream out, Messages language) {
        this.out = out;
        this.language = language;
    }

    @Override
    public void show(View view) {
        if (!view.isSettled()) {
            return;
        }
        var lines = Screen.of(view, Style.PLAIN, language, WIDTH, HEIGHT);
        if (!lines.equals(shown)) {
            shown = lines;
            // All but the line of keys.
            lines.subList(0, lines.size() - 1).forEach(out::println);
            out.flush();
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
