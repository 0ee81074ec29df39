/** What the specification knows of commands, in one place; everything else asks here. */
@NullMarked
package miniredis.spec.command;

import org.jspecify.annotations.NullMarked;
