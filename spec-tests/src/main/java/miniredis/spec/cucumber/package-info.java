/** The only package that knows how Cucumber works inside; for the others a scenario is something that is run. */
@NullMarked
package miniredis.spec.cucumber;

import org.jspecify.annotations.NullMarked;
