package miniredis.spec.steps;

import java.util.List;

/**
 * A step as a feature writes it.
 *
 * @param block the text between the quotes; empty without
 * @param rows the first cell of each row of the table; empty without
 */
public record StepText(String text, String block, List<String> rows) {}
