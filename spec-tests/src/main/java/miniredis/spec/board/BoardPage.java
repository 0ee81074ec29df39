package miniredis.spec.board;

import miniredis.spec.report.PagePart;

/** The page of the board: one file. */
final class BoardPage {
    private BoardPage() {}

    static String html() {
        return PagePart.text("board.html")
                .replace("{{styles}}", PagePart.text("base.css") + PagePart.text("board.css"))
                .replace("{{script}}", PagePart.text("board.js"));
    }
}
