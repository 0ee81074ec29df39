package miniredis.spec.cli;

import miniredis.spec.i18n.Messages;

/** A command whose console language can be chosen. */
interface Localized {
    Messages messages();
}
