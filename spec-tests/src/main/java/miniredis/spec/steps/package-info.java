/**
 * What each phrase of the features does. Cucumber creates these classes for each scenario, around one
 * {@link miniredis.spec.steps.World}.
 */
@NullMarked
package miniredis.spec.steps;

import org.jspecify.annotations.NullMarked;
