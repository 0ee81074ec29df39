/** A class, live: a page that shows how far each server is, and what tells it. */
@NullMarked
package miniredis.spec.board;

import org.jspecify.annotations.NullMarked;
