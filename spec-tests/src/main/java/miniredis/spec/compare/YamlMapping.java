package miniredis.spec.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys and values of a YAML file, which knows the line of each. */
final class YamlMapping {
    private final String file;
    private final Node whole;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMapping(String file, Node whole) {
        this.file = file;
        this.whole = whole;
    }

    /** @param otherwise what to say when {@code node} is something else */
    static YamlMapping of(Node node, String file, String otherwise) {
        if (!(node instanceof MappingNode mapping)) {
            throw YamlFault.at(file, node, otherwise);
        }
        var result = new YamlMapping(file, node);
        for (var pair : mapping.getValue()) {
            var key = result.text(pair.getKeyNode(), "A key");
            if (result.keys.putIfAbsent(key, pair.getKeyNode()) != null) {
                throw YamlFault.at(file, pair.getKeyNode(), "'%s' is here a second time. Keep one.".formatted(key));
            }
            result.values.put(key, pair.getValueNode());
        }
        return result;
    }

    void allowOnly(String... known) {
        keys.forEach((key, node) -> {
            if (!List.of(known).contains(key)) {
                throw YamlFault.at(
                        file, node, "'%s' is not known here. Known are: %s.".formatted(key, String.join(", ", known)));
            }
        });
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<String> text(String key) {
        return node(key).map(node -> text(node, "'" + key + "'"));
    }

    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((key, node) -> texts.put(key, text(node, "'" + key + "'")));
        return texts;
    }

    /** A whole number from {@code low} to {@code high}. */
    Optional<Integer> number(String key, int low, int high, String example) {
        return text(key).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (low <= number && number <= high) {
                    return number;
                }
            } catch (NumberFormatException noNumber) {
                // said below
            }
            throw fault(
                    key,
                    "'%s' is a whole number from %d to %d, such as %s; here it is '%s'."
                            .formatted(key, low, high, example, text));
        });
    }

    /** The fault in the line of {@code key}; in the first line of the whole where the key is missing. */
    YamlFault fault(String key, String whatToDo) {
        return YamlFault.at(file, keys.getOrDefault(key, whole), whatToDo);
    }

    int line() {
        return YamlFault.lineOf(whole);
    }

    private String text(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw YamlFault.at(
                file,
                node,
                what + " has to be a text. A text that begins with { or has ': ' in it needs quotes around it.");
    }
}
