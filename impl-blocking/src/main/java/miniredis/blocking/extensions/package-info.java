/**
 * The commands beyond the six, one file for each area: {@link miniredis.blocking.extensions.ClientCommands},
 * {@link miniredis.blocking.extensions.KeyCommands}, {@link miniredis.blocking.extensions.StringCommands},
 * {@link miniredis.blocking.extensions.Metrics}, {@link miniredis.blocking.extensions.PubSub} and
 * {@link miniredis.blocking.extensions.Transactions}. Each request goes first to {@link miniredis.blocking.extensions.Session}.
 */
@NullMarked
package miniredis.blocking.extensions;

import org.jspecify.annotations.NullMarked;
