package miniredis.proof.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the comments of the skeleton that say which scenarios a method turns green. */
final class Todo {
    private static final Pattern TURNS_GREEN =
            Pattern.compile("// TODO Step (\\d), part (\\d) .*?// Turns green: (.*?)// Until then", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("([A-Z]+)-(\\d\\d)(?: to \\1-(\\d\\d))?");

    private Todo() {}

    /** The ids that the TODOs of a part name, {@code } spelled out. */
    static TreeSet<String> scenariosOf(int step, int part, Path sources) throws IOException {
        var ids = new TreeSet<String>();
        try (var files = Files.list(sources)) {
            for (var file : files.toList()) {
                var todo = TURNS_GREEN.matcher(Files.readString(file));
                while (todo.find()) {
                    if (Integer.parseInt(todo.group(1)) == step && Integer.parseInt(todo.group(2)) == part) {
                        ids.addAll(spelledOut(todo.group(3)));
                    }
                }
            }
        }
        return ids;
    }

    /** {@code TCP-01, TCP-03 to TCP-05} is TCP-01, TCP-03, TCP-04 and TCP-05. */
    static TreeSet<String> spelledOut(String text) {
        var ids = new TreeSet<String>();
        var range = RANGE.matcher(text.replaceAll("\\s*\\n(?:\\s*//)?\\s*", " "));
        while (range.find()) {
            int first = Integer.parseInt(range.group(2));
            int last = range.group(3) == null ? first : Integer.parseInt(range.group(3));
            for (int number = first; number <= last; number++) {
                ids.add("%s-%02d".formatted(range.group(1), number));
            }
        }
        return ids;
    }
}
