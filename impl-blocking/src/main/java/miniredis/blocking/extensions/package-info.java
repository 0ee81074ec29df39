/**
 * The commands beyond the six, a file for each area: {@link miniredis.blocking.extensions.ClientCommands},
 * {@link miniredis.blocking.extensions.KeyCommands}, {@link miniredis.blocking.extensions.StringCommands},
 * {@link miniredis.blocking.extensions.Metrics}, {@link miniredis.blocking.extensions.PubSub} and
 * {@link miniredis.blocking.extensions.Transactions}. {@link miniredis.blocking.extensions.Session} is where a request goes first.
 */
@NullMarked
package miniredis.blocking.extensions;

import org.jspecify.annotations.NullMarked;
