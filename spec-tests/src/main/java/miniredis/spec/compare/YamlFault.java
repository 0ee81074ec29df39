package miniredis.spec.compare;

import org.snakeyaml.engine.v2.nodes.Node;

/** A mistake in a servers.yaml: where it is, and what to write instead. */
final class YamlFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private YamlFault(String message) {
        super(message);
    }

    /** @param line the first line of the file is 1 */
    static YamlFault at(String file, int line, String whatToDo) {
        return new YamlFault("%s:%d: %s".formatted(file, line, whatToDo));
    }

    static YamlFault at(String file, Node node, String whatToDo) {
        return at(file, lineOf(node), whatToDo);
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
