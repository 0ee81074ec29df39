/**
 * The keys and their values, in memory the garbage collector never looks at.
 *
 * <p>{@link miniredis.nio.store.Keyspace} is the entry point. Behind it, an index finds entries by hash (Index, Bucket).
 * Entries are in memory of two kinds (CompactingAllocator for small blocks of any size, SlabAllocator for blocks of one
 * size), and both take it from Segments. Nothing here depends on connections, on the protocol or on commands. All calls
 * come from one thread, so nothing needs a lock.
 */
@NullMarked
package miniredis.nio.store;

import org.jspecify.annotations.NullMarked;
