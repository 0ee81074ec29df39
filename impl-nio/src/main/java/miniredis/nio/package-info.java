/**
 * A server for many clients with one thread: sockets, the Redis serialization protocol, commands.
 *
 * <p>Bytes come in through EventLoop, Connection and Inbox, become requests in Parser and Batch, are carried out by
 * Commands, and leave as replies through Reply and Outbox. The keys and their values are in {@link miniredis.nio.store}.
 */
@NullMarked
package miniredis.nio;

import org.jspecify.annotations.NullMarked;
