/** The command line: one class a command. Nothing else reads options. */
@NullMarked
package miniredis.spec.cli;

import org.jspecify.annotations.NullMarked;
