package miniredis.spec.i18n;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A source file of the runner.
 *
 * @param name relative to the package miniredis.spec
 * @param code without comments
 */
record Source(String name, String code) {
    private static final Path MODULE = Files.isDirectory(Path.of("spec-tests")) ? Path.of("spec-tests") : Path.of("");
    private static final Path MAIN = MODULE.resolve("src/main/java/miniredis/spec");

    /** What a run under Maven says is not in the jar. */
    private static final Path UNDER_MAVEN = MODULE.resolve("src/test/java/miniredis/spec/MavenSettings.java");

    private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|(?m:^\\s*//.*$)");
    private static final Pattern QUOTE_AS_CHARACTER = Pattern.compile("'\\\\?\"'");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    static List<Source> all() throws IOException {
        var sources = new ArrayList<Source>();
        try (var files = Files.walk(MAIN)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(of(MAIN.relativize(file).toString().replace('\\', '/'), file));
            }
        }
        sources.add(of("MavenSettings.java", UNDER_MAVEN));
        return sources;
    }

    private static Source of(String name, Path file) throws IOException {
        var code = COMMENT.matcher(Files.readString(file)).replaceAll("");
        return new Source(name, QUOTE_AS_CHARACTER.matcher(code).replaceAll("' '"));
    }

    Set<String> literals() {
        return LITERAL.matcher(code).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
