/**
 * What a run or a comparison leaves for people and for programs. Results are complete when they come here; this only writes them
 * down: console, JSON, XML, table and page.
 */
@NullMarked
package miniredis.spec.report;

import org.jspecify.annotations.NullMarked;
