package miniredis.spec.report;

import miniredis.spec.i18n.Message;
import miniredis.spec.specification.Selection;

/** Which part of the specification is run, as the first line of a run and the screen of the watch loop name it. */
public final class SelectionText {
    private SelectionText() {}

    public static Message of(Selection selection) {
        return selection.strict() ? Message.of("selection.strict", part(selection)) : part(selection);
    }

    private static Message part(Selection selection) {
        if (selection.scenario().isPresent()
                || selection.specification().folder().isEmpty()) {
            return builtIn(selection);
        }
        var own = selection.specification().folder().get().toString();
        return selection.specification().isOwn()
                ? Message.verbatim(own)
                : Message.of("selection.with-own", builtIn(selection), own);
    }

    private static Message builtIn(Selection selection) {
        if (!selection.inWords().isEmpty()) {
            return Message.verbatim(selection.inWords());
        }
        int last = selection.lastStep();
        return last == 1 ? Message.of("selection.step-1") : Message.of("selection.steps", last);
    }
}
