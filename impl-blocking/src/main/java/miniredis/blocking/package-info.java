/**
 * The server of the workshop, with a thread for each client. Read it from the outside in: Server accepts clients, Connection
 * serves one client, RespReader and RespWriter know the protocol, Commands knows the commands, and Keyspace holds the keys. Each
 * depends only on those after it.
 *
 * <p>Everything beyond the workshop is in packages that this one does not depend on: {@code extensions} adds rows to the command
 * table, {@code limits} and {@code io} limit the memory of clients and data, and {@code full} puts all of it together. They
 * extend this package at three points: a {@link miniredis.blocking.Connection.Factory} makes connections with other streams and
 * another {@link miniredis.blocking.RequestHandler}, {@link miniredis.blocking.Commands#add} takes rows, and a
 * {@link miniredis.blocking.Keyspace} keeps its keys in the maps that it is given.
 */
@NullMarked
package miniredis.blocking;

import org.jspecify.annotations.NullMarked;
