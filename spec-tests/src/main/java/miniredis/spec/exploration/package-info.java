/**
 * Looks for mistakes that no scenario covers: random conversations, judged by the {@link miniredis.spec.model.Model}, and
 * histories of many concurrent clients, for which some order has to explain every reply. What fails is then shortened.
 */
@NullMarked
package miniredis.spec.exploration;

import org.jspecify.annotations.NullMarked;
