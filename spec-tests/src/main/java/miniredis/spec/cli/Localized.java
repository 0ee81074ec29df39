package miniredis.spec.cli;

import miniredis.spec.i18n.Messages;

/** A command whose console has a language to choose. */
interface Localized {
    Messages messages();
}
