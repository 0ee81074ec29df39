import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The steps of the workshop. Start it with {@code java impl-workshop/Steps.java}; nothing has to be built before.
 *
 * <p>The skeleton is the solution with some method bodies replaced: those that hold a comment {@code TODO Step N}. Everything
 * else in the two is the same. So the skeleton itself says what belongs to which step, and there is no list to keep.
 */
class Steps {
    private static final Path SOLUTION = Path.of("impl-blocking/src");
    private static final Path SKELETON = Path.of("impl-workshop/src");
    /** To which step and part each method belongs; written by refresh, for learners in whose files no TODO stands any more. */
    private static final Path PLACES = Path.of("impl-workshop/places.txt");
    /** What each TODO says, in Japanese; the comments themselves are in English, as all code is. */
    private static final Path TODOS_IN_JAPANESE = Path.of("impl-workshop/todo_ja.txt");
    /** What goes beyond the workshop, in packages beside the learner's; the skeleton is without. */
    private static final Set<String> BEYOND = Set.of("extensions", "full", "io", "limits");
    private static final Pattern TODO = Pattern.compile("// TODO Step (\\d), part (\\d) \\((\\S+)\\): ([^\\n]*)");
    private static final String ELLIPSIS = "...";
    private static final String USAGE =
            """
            usage, from the folder of the repository:
              java impl-workshop/Steps.java todo              what is left to write in impl-workshop
              java impl-workshop/Steps.java reached           the last step of which no TODO is left: 0 to 4
              java impl-workshop/Steps.java apply N [FOLDER]  write the solution of steps 1 to N into impl-workshop/src/main
                                                              (or FOLDER), wherever a TODO of these steps still stands;
                                                              2.1 is step 2 up to its part 1
              java impl-workshop/Steps.java apply N --over    the same, also over what you have written; your files stay
                                                              beside it, as NAME.java.mine
              java impl-workshop/Steps.java shape METHOD      how one method of the solution is built, without what it does
              java impl-workshop/Steps.java show METHOD       one method of the solution: show Keyspace.get
              java impl-workshop/Steps.java refresh           after a change in impl-blocking: make the skeleton anew around
                                                              the methods that have a TODO
              java impl-workshop/Steps.java check             is the skeleton what refresh would make?""";

    /** A body stands from its opening brace to its closing one. */
    private record Body(int from, int to, String signature, String text) {
        /** Step 2, part 3 is 23; without a TODO it is 0. */
        int place() {
            var todo = TODO.matcher(text);
            return todo.find() ? Integer.parseInt(todo.group(1) + todo.group(2)) : 0;
        }
    }

    public static void main(String[] args) throws IOException {
        if (!Files.isDirectory(SOLUTION) || !Files.isDirectory(SKELETON) || args.length == 0) {
            stop(USAGE);
        }
        switch (args[0]) {
            case "todo" -> listTodos();
            case "reached" -> System.out.println(reached());
            case "apply" -> {
                if (args.length > 2 && args[2].equals("--over")) {
                    applyOver(lastPlace(args));
                } else {
                    apply(lastPlace(args), args.length > 2 ? Path.of(args[2]) : SKELETON.resolve("main"));
                }
            }
            case "shape" -> show(args.length > 1 ? args[1] : "", Steps::shape);
            case "show" -> show(args.length > 1 ? args[1] : "", body -> body);
            case "refresh" -> {
                refreshed().forEach(Steps::write);
                write(PLACES, String.join("\n", places()) + "\n");
            }
            case "check" -> check();
            default -> stop(USAGE);
        }
    }

    /** {@code 2} means all parts of step 2, {@code 2.3} the first three. */
    private static int lastPlace(String[] args) {
        if (args.length < 2 || !args[1].matches("[0-4](\\.[1-9])?")) {
            stop("Which step? A number from 0 to 4, or a step and a part: 2.3\n" + USAGE);
        }
        return Integer.parseInt(args[1].contains(".") ? args[1].replace(".", "") : args[1] + 9);
    }

    private static void listTodos() throws IOException {
        boolean isJapanese = isJapanese();
        var out = isJapanese ? new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset()) : System.out;
        var japanese = isJapanese ? todosInJapanese() : Map.<String, String>of();
        var todos = new TreeSet<String>();
        for (var file : filesIn(SKELETON.resolve("main"))) {
            bodies(Files.readString(file)).forEach((method, body) -> {
                var todo = TODO.matcher(body.text());
                if (todo.find()) {
                    var form = isJapanese ? "ステップ %s、パート %s  %s%n    %5$s" : "Step %s, part %s  %-32s %s";
                    var name = nameOf(method);
                    todos.add(form.formatted(todo.group(1), todo.group(2), name, todo.group(3), japanese.get(name)));
                }
            });
        }
        todos.forEach(out::println);
        var left = isJapanese ? "残りのメソッドは %d 個です。" : "%d methods are left to write.";
        var nothing = isJapanese ? "書くものは残っていません。" : "Nothing is left to write.";
        out.println(todos.isEmpty() ? nothing : left.formatted(todos.size()));
    }

    /** {@code Keyspace.get} of {@code Keyspace.get[Bytes]}. */
    private static String nameOf(String method) {
        return method.replaceFirst("\\[.*", "");
    }

    /** As the runner decides it. */
    private static boolean isJapanese() {
        var chosen = System.getenv("MINI_REDIS_LANGUAGE");
        return "ja".equals(chosen == null || chosen.isEmpty() ? Locale.getDefault().getLanguage() : chosen);
    }

    /** That of the terminal, if it can show Japanese. */
    private static Charset charset() {
        var charset = Charset.forName(System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
        return charset.newEncoder().canEncode('あ') ? charset : StandardCharsets.UTF_8;
    }

    /** By method: {@code Keyspace.get}. */
    private static Map<String, String> todosInJapanese() throws IOException {
        var texts = new TreeMap<String, String>();
        for (var line : Files.readAllLines(TODOS_IN_JAPANESE)) {
            var parts = line.split(": ", 2);
            texts.put(parts[0], parts[1]);
        }
        return texts;
    }

    private static int reached() throws IOException {
        int firstLeft = 5;
        for (var file : filesIn(SKELETON.resolve("main"))) {
            for (var body : bodies(Files.readString(file)).values()) {
                firstLeft = body.place() > 0 ? Math.min(firstLeft, body.place() / 10) : firstLeft;
            }
        }
        return firstLeft - 1;
    }

    private static void apply(int lastPlace, Path folder) throws IOException {
        for (var file : filesIn(folder)) {
            var solution = Files.readString(SOLUTION.resolve("main").resolve(folder.relativize(file)));
            var source = Files.readString(file);
            write(file, replaceBodies(source, bodies(solution), body -> body.place() >= 1 && body.place() <= lastPlace));
        }
    }

    /**
     * The solution's files, in which methods of later steps are as the learner left them. What the learner wrote may not even
     * compile, so it is kept aside.
     */
    private static void applyOver(int lastPlace) throws IOException {
        var later = new TreeSet<String>();
        var files = new TreeSet<String>();
        for (var line : Files.readAllLines(PLACES)) {
            var words = line.split(" ", 3);
            if (Integer.parseInt(words[0]) > lastPlace) {
                later.add(words[2]);
            } else {
                files.add(words[1]);
            }
        }
        for (var name : files) {
            var file = SKELETON.resolve(name);
            var mine = Files.readString(file);
            var kept = bodies(mine);
            kept.keySet().retainAll(later);
            var solution = replaceBodies(Files.readString(SOLUTION.resolve(name)), kept, body -> true);
            if (!solution.equals(mine)) {
                write(unused(file + ".mine"), mine);
                write(file, solution);
            }
        }
    }

    /** What was kept aside before stays there. */
    private static Path unused(String name) {
        var free = Path.of(name);
        for (int i = 2; Files.exists(free); i++) {
            free = Path.of(name + i);
        }
        return free;
    }

    /** {@code 22 main/java/.../RespReader.java RespReader.read[]} */
    private static List<String> places() throws IOException {
        var places = new TreeSet<String>();
        for (var file : filesIn(SKELETON.resolve("main"))) {
            var name = SKELETON.relativize(file).toString().replace('\\', '/');
            bodies(Files.readString(file)).forEach((method, body) -> {
                if (body.place() > 0) {
                    places.add("%d %s %s".formatted(body.place(), name, method));
                }
            });
        }
        return List.copyOf(places);
    }

    private static void show(String method, UnaryOperator<String> how) throws IOException {
        var found = new TreeSet<String>();
        for (var file : filesIn(SOLUTION.resolve("main"))) {
            bodies(Files.readString(file)).forEach((name, body) -> {
                if (name.startsWith(method + "[")) {
                    found.add(body.signature() + how.apply(body.text()));
                }
            });
        }
        if (found.isEmpty()) {
            stop("The solution has no method '" + method + "'. Names are written as todo shows them: Keyspace.get\n" + USAGE);
        }
        found.forEach(text -> System.out.println("    " + text + "\n"));
    }

    /** Branches, loops, ends and comments of a body; everything else is an ellipsis. */
    private static String shape(String body) {
        var lines = new ArrayList<String>();
        for (var line : body.split("\n")) {
            var kept = shapeOf(line.strip());
            var indented = line.replaceFirst("\\S.*", "") + kept;
            boolean isMoreOfTheSame = kept.equals(ELLIPSIS) && !lines.isEmpty() && lines.get(lines.size() - 1).endsWith(ELLIPSIS);
            if (!isMoreOfTheSame) {
                lines.add(indented);
            }
        }
        return String.join("\n", lines);
    }

    private static String shapeOf(String line) {
        if (line.startsWith("//") || line.matches("(} )?(else|try|do|finally)? ?\\{|[{}]|}?;?|")) {
            return line;
        }
        if (line.startsWith("} while")) {
            return "} while (" + ELLIPSIS + ");";
        }
        var block = Pattern.compile("((?:} )?(?:else )?(?:if|for|while|switch|catch|try|synchronized)) \\(.*").matcher(line);
        if (block.matches()) {
            return block.group(1) + " (" + ELLIPSIS + (line.endsWith("{") ? ") {" : "");
        }
        var end = Pattern.compile("(return|throw|case)\\b.*").matcher(line);
        return end.matches() ? end.group(1) + " " + ELLIPSIS : ELLIPSIS;
    }

    /** Every file of the skeleton, as it should be. */
    private static Map<Path, String> refreshed() throws IOException {
        var files = new TreeMap<Path, String>();
        for (var file : filesIn(SOLUTION)) {
            var solution = Files.readString(file);
            var path = SKELETON.resolve(SOLUTION.relativize(file));
            files.put(path, Files.exists(path) ? withTodosOf(Files.readString(path), solution) : solution);
        }
        return files;
    }

    private static String withTodosOf(String skeleton, String solution) {
        var todos = bodies(skeleton);
        todos.values().removeIf(body -> body.place() == 0);
        var lost = new ArrayList<>(todos.keySet());
        lost.removeAll(bodies(solution).keySet());
        if (!lost.isEmpty()) {
            throw new IllegalStateException("The solution no longer has the methods " + lost);
        }
        return replaceBodies(solution, todos, body -> true);
    }

    private static void check() throws IOException {
        var complaints = new ArrayList<String>();
        var expected = refreshed();
        for (var file : expected.keySet()) {
            if (!Files.exists(file) || !Files.readString(file).equals(expected.get(file))) {
                complaints.add(file + " differs from the solution in more than its TODOs; try refresh");
            }
        }
        if (!Files.exists(PLACES) || !Files.readAllLines(PLACES).equals(places())) {
            complaints.add(PLACES + " is not what the TODOs say; try refresh");
        }
        var methods = new TreeSet<String>();
        places().forEach(place -> methods.add(nameOf(place.split(" ", 3)[2])));
        if (!todosInJapanese().keySet().equals(methods)) {
            complaints.add(TODOS_IN_JAPANESE + " does not have a line for each TODO, and no other");
        }
        for (var file : filesIn(SKELETON)) {
            if (!expected.containsKey(file)) {
                complaints.add(file + " is not in the solution");
            }
        }
        for (var file : filesIn(SKELETON.resolve("main"))) {
            complaints.addAll(doubtfulTodos(file));
        }
        complaints.forEach(System.out::println);
        if (!complaints.isEmpty()) {
            System.exit(1);
        }
        System.out.println("The skeleton is the solution with its TODOs.");
    }

    /** A TODO stands at the beginning of a method, is complete, and there is something to do. */
    private static List<String> doubtfulTodos(Path file) throws IOException {
        var source = Files.readString(file);
        var solution = bodies(Files.readString(SOLUTION.resolve(SKELETON.relativize(file))));
        var complaints = new ArrayList<String>();
        long inMethods = 0;
        for (var entry : bodies(source).entrySet()) {
            var text = entry.getValue().text();
            if (entry.getValue().place() == 0) {
                continue;
            }
            inMethods++;
            if (!text.substring(1).strip().startsWith("// TODO") || !text.contains("// Turns green: ")
                    || !text.contains("// Until then: ")) {
                complaints.add(file + ": the TODO of " + entry.getKey() + " is not complete");
            }
            if (solution.get(entry.getKey()).text().equals(text)) {
                complaints.add(file + ": nothing is to be done in " + entry.getKey());
            }
        }
        if (source.split("TODO", -1).length - 1 != inMethods) {
            complaints.add(file + ": a TODO that does not belong to one method, or has another form");
        }
        return complaints;
    }

    private static String replaceBodies(String source, Map<String, Body> by, Predicate<Body> which) {
        var bodies = bodies(source);
        var result = new StringBuilder(source);
        bodies.entrySet().stream()
                .filter(entry -> by.containsKey(entry.getKey()) && which.test(entry.getValue()))
                // From the end, so that what comes before stays where it is.
                .sorted((one, other) -> other.getValue().from() - one.getValue().from())
                .forEach(entry -> result.replace(
                        entry.getValue().from(),
                        entry.getValue().to(),
                        by.get(entry.getKey()).text()));
        return result.toString();
    }

    /** The methods of a source file, {@code Class.name(types)}, and their bodies. */
    private static Map<String, Body> bodies(String source) {
        var found = new HashMap<String, Body>();
        try {
            var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, mistake -> {}, null, null, List.of(new SourceText(source)));
            var positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        if (method.getBody() != null
                                && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner) {
                            int from = (int) positions.getStartPosition(unit, method.getBody());
                            int to = (int) positions.getEndPosition(unit, method.getBody());
                            var types = method.getParameters().stream()
                                    .map(parameter -> parameter.getType().toString())
                                    .toList();
                            var name = owner.getSimpleName() + "." + method.getName() + types;
                            int start = (int) positions.getStartPosition(unit, method);
                            found.put(name, new Body(from, to, source.substring(start, from), source.substring(from, to)));
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return found;
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        SourceText(String text) {
            super(URI.create("string:///Source.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> StreamSupport.stream(path.spliterator(), false).noneMatch(part -> BEYOND.contains(part.toString())))
                    .sorted()
                    .toList();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.writeString(file, text);
                System.out.println("wrote " + file);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("cannot write " + file, failure);
        }
    }

    private static void stop(String why) {
        System.err.println(why);
        System.exit(2);
    }
}
