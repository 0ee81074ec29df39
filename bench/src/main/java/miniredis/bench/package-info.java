/**
 * Speed and memory, side by side. A {@link miniredis.bench.Suite} is a question ("how does pipelining pay?"); a
 * {@link miniredis.bench.Benchmark} asks it of all servers in turn, round after round, and gives
 * {@link miniredis.bench.Results}, which the other classes here write down as a table, CSV, Markdown and charts.
 */
@NullMarked
package miniredis.bench;

import org.jspecify.annotations.NullMarked;
