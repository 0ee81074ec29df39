/** The features, parsed once: rules, scenarios, and which of them a run is about. */
@NullMarked
package miniredis.spec.specification;

import org.jspecify.annotations.NullMarked;
