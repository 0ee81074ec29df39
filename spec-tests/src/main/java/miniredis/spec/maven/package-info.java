/** What is done inside Maven's own process, so that a verdict is the last thing on the screen. */
@NullMarked
package miniredis.spec.maven;

import org.jspecify.annotations.NullMarked;
