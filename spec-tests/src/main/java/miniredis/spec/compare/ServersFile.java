package miniredis.spec.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a servers.yaml: {@code servers:} with a list of servers. Whatever is wrong is named by file and line. */
public final class ServersFile {
    private static final String FORM = """
            Write a list of servers:
              servers:
                - name: mine
                  command: python3 -m mini_redis --port {port}""";

    private final Path file;

    private ServersFile(Path file) {
        this.file = file;
    }

    /**
     * @throws IOException when the file can't be read
     * @throws IllegalArgumentException when it is not of the form, saying where and what to write instead
     */
    public static List<ServerEntry> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file %s. %s".formatted(file, FORM));
        }
        return new ServersFile(file).parse(Files.readString(file));
    }

    private List<ServerEntry> parse(String text) {
        var top = YamlMapping.of(compose(text), file.toString(), FORM);
        top.allowOnly("servers");
        var list = top.node("servers").orElseThrow(() -> YamlFault.at(file.toString(), 1, FORM));
        if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw YamlFault.at(file.toString(), list, "'servers' has no list below it. " + FORM);
        }
        var entries = new ArrayList<ServerEntry>();
        var lines = new HashMap<String, Integer>();
        for (var node : sequence.getValue()) {
            var entry = new ServerEntryReader(
                            file,
                            YamlMapping.of(
                                    node, file.toString(), "A server is a list of keys and values: name, command, ..."))
                    .read();
            var before = lines.putIfAbsent(entry.name(), YamlFault.lineOf(node));
            if (before != null) {
                throw YamlFault.at(
                        file.toString(),
                        node,
                        "The name '%s' is already taken in line %d. Every server needs a name of its own."
                                .formatted(entry.name(), before));
            }
            entries.add(entry);
        }
        return List.copyOf(entries);
    }

    private Node compose(String text) {
        var settings = LoadSettings.builder().setLabel(file.toString()).build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> YamlFault.at(file.toString(), 1, "The file is empty. " + FORM));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw YamlFault.at(file.toString(), line, "This is not YAML: " + broken.getProblem() + ".");
        } catch (YamlEngineException broken) {
            throw YamlFault.at(file.toString(), 1, "This is not YAML: " + broken.getMessage());
        }
    }
}
