/**
 * Looks for what no scenario names: random conversations with a server, judged by the {@link miniredis.spec.model.Model}, and
 * histories of many clients at once, for which some order has to explain every reply. What is found is made as short as can be.
 */
@NullMarked
package miniredis.spec.exploration;

import org.jspecify.annotations.NullMarked;
