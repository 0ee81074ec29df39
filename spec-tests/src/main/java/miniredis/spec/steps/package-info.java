/**
 * What each phrase of the features does. Cucumber creates these classes for each scenario, around one
 * {@link miniredis.spec.steps.World}.
 */
package miniredis.spec.steps;
