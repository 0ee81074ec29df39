/** The server under test: how it is named, started, found ready, watched, and ended with everything it started. */
@NullMarked
package miniredis.spec.server;

import org.jspecify.annotations.NullMarked;
