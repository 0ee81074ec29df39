/** What the specification knows of commands, in one place; all other code asks here. */
@NullMarked
package miniredis.spec.command;

import org.jspecify.annotations.NullMarked;
