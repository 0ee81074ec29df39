/**
 * The server of the workshop, with a thread for each client. To be read from the outside in: Server accepts, Connection serves one
 * client, RespReader and RespWriter know the protocol, Commands what was asked for, Keyspace what is there; each knows only those
 * behind it.
 *
 * <p>What goes beyond stands in packages that this one does not know: {@code extensions} adds rows to the table of commands,
 * {@code limits} and {@code io} bound what clients and data may cost, and {@code full} puts all of it together. They come in through
 * three doors: a {@link miniredis.blocking.Connection.Factory} makes connections with other streams and another
 * {@link miniredis.blocking.RequestHandler}, {@link miniredis.blocking.Commands#add} takes rows, and a
 * {@link miniredis.blocking.Keyspace} keeps its keys in the maps that it is given.
 */
@NullMarked
package miniredis.blocking;

import org.jspecify.annotations.NullMarked;
