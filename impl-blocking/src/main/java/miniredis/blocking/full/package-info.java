/** Puts the full server together: the workshop's server, with limits and with all commands. */
@NullMarked
package miniredis.blocking.full;

import org.jspecify.annotations.NullMarked;
