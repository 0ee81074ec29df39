/**
 * The keys and their values, in memory the garbage collector never looks at.
 *
 * <p>{@link miniredis.nio.store.Keyspace} is the door. Behind it an index finds entries by hash (Index, Bucket), entries
 * lie in memory of two kinds (CompactingAllocator for small blocks of any size, SlabAllocator for blocks of one size),
 * and both cut it out of Segments. Nothing here knows of connections, of the protocol or of commands; whoever uses it
 * calls from one thread, so nothing needs a lock.
 */
@NullMarked
package miniredis.nio.store;

import org.jspecify.annotations.NullMarked;
