package miniredis.spec.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page of the board: one file, put together of its parts in the folder {@code report} of the resources. */
final class BoardPage {
    private BoardPage() {}

    static String html() {
        return resource("board.html")
                .replace("{{styles}}", resource("base.css") + resource("board.css"))
                .replace("{{script}}", resource("board.js"));
    }

    private static String resource(String name) {
        try (var in = BoardPage.class.getResourceAsStream("/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The page's part " + name + " is missing from this program.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
