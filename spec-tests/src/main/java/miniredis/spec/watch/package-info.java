/**
 * The learner's loop: a file is saved, the server is built and started, and its verdict is on the screen. All that happens
 * comes as an {@linkplain miniredis.spec.watch.Event event} to {@link miniredis.spec.watch.Watch}, in one thread; that is the only one
 * that changes what is known.
 */
@NullMarked
package miniredis.spec.watch;

import org.jspecify.annotations.NullMarked;
