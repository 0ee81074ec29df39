/**
 * The learner's loop: a file is saved, the server is built and started, and its verdict is on the screen. Whatever happens is queued
 * for one thread, the loop of {@link miniredis.spec.watch.Watch}; only that thread changes what is {@linkplain
 * miniredis.spec.watch.RunState known}.
 */
@NullMarked
package miniredis.spec.watch;

import org.jspecify.annotations.NullMarked;
