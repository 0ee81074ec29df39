package miniredis.spec.compare;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a YAML file, which knows its line: an error names the file, the line, and what to write instead.
 *
 * @param line of its key, where it has one; the first is 1
 */
record YamlValue(Path file, int line, Node node) {
    /** @param form what to say when there is nothing in the file */
    static YamlValue parse(Path file, String text, String form) {
        try {
            var settings = LoadSettings.builder().setLabel(file.toString()).build();
            var top = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> fault(file, 1, "The file is empty. " + form));
            return new YamlValue(file, lineOf(top), top);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw fault(file, line, "This is not YAML: " + broken.getProblem() + ".");
        } catch (YamlEngineException broken) {
            throw fault(file, 1, "This is not YAML: " + broken.getMessage());
        }
    }

    IllegalArgumentException fault(String whatToDo) {
        return fault(file, line, whatToDo);
    }

    private static IllegalArgumentException fault(Path file, int line, String whatToDo) {
        return new IllegalArgumentException("%s:%d: %s".formatted(file, line, whatToDo));
    }

    /**
     * Values by their keys.
     *
     * @param otherwise what to say when this is something else
     */
    Map<String, YamlValue> mapping(String otherwise) {
        if (!(node instanceof MappingNode mapping)) {
            throw fault(otherwise);
        }
        var values = new LinkedHashMap<String, YamlValue>();
        for (var pair : mapping.getValue()) {
            int keyLine = lineOf(pair.getKeyNode());
            var key = new YamlValue(file, keyLine, pair.getKeyNode()).text("A key");
            var value = new YamlValue(file, keyLine, pair.getValueNode());
            if (values.putIfAbsent(key, value) != null) {
                throw value.fault("'%s' is here a second time. Keep one.".formatted(key));
            }
        }
        return values;
    }

    /** The same, where only these keys are known. */
    Map<String, YamlValue> mapping(String otherwise, List<String> known) {
        var values = mapping(otherwise);
        values.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.fault("'%s' is not known here. Known are: %s.".formatted(key, String.join(", ", known)));
            }
        });
        return values;
    }

    /** @param otherwise what to say when this is something else, or an empty list */
    List<YamlValue> list(String otherwise) {
        if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
            throw fault(otherwise);
        }
        return list.getValue().stream()
                .map(item -> new YamlValue(file, lineOf(item), item))
                .toList();
    }

    String text(String called) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw fault(called + " has to be a text. A text that begins with { or has ': ' in it needs quotes around it.");
    }

    /** A whole number from {@code low} to {@code high}. */
    int number(String called, int low, int high, String example) {
        var text = text(called);
        try {
            int number = Integer.parseInt(text);
            if (low <= number && number <= high) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw fault("%s is a whole number from %d to %d, such as %s; here it is '%s'."
                .formatted(called, low, high, example, text));
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
