/** The specification alone, as one page to read or to print. */
@NullMarked
package miniredis.spec.book;

import org.jspecify.annotations.NullMarked;
