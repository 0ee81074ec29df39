/** The features, parsed once: rules, scenarios, and which of them a run is about. */
package miniredis.spec.specification;
