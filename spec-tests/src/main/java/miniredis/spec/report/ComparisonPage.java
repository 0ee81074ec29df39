package miniredis.spec.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.RunResult;

/**
 * index.html: the specification as prose, and what became of it on every server. One file that needs no network; its parts
 * are in the folder {@code report} of the resources, and are put together here.
 */
public final class ComparisonPage {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final List<String> STYLES = List.of("base", "matrix", "prose", "panel", "causes", "speed");
    private static final List<String> SCRIPTS = List.of(
            "data",
            "text",
            "verdicts",
            "filters",
            "matrix",
            "causes",
            "servers",
            "prose",
            "evidence",
            "panel",
            "speed",
            "main");

    /** Step 5 has rows only where a server was judged by it. */
    private static final int STEPS_ALWAYS_SHOWN = 4;

    private ComparisonPage() {}

    /** Writes the page about these servers, in this order. One is enough. */
    public static void write(Path file, List<ComparedServer> servers) throws IOException {
        write(file, servers, Specification.load());
    }

    /** @param all the features that there are; those of steps that no server was asked about are left out */
    public static void write(Path file, List<ComparedServer> servers, Specification all) throws IOException {
        int last = servers.stream().mapToInt(ComparedServer::lastStep).max().orElse(STEPS_ALWAYS_SHOWN);
        var specification = all.upTo(Math.max(STEPS_ALWAYS_SHOWN, last));
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (var part : resource("page.html").split("(?=\\{\\{)|(?<=}})")) {
                switch (part) {
                    case "{{styles}}" -> out.write(joined(STYLES, ".css"));
                    case "{{scripts}}" -> out.write(joined(SCRIPTS, ".js"));
                    case "{{data}}" -> out.write(json(PageData.of(specification, servers)));
                    case "{{details}}" -> writeDetails(specification, servers, out);
                    default -> out.write(part);
                }
            }
        }
    }

    /** The page of a single run, into its report folder. */
    public static void write(RunResult run, Path folder) throws IOException {
        var server = ComparedServer.of(ResultsJson.of(run), "", OutputTail.ofFirstServer(folder));
        write(folder.resolve("index.html"), List.of(server), run.selection().specification());
    }

    private static void writeDetails(Specification specification, List<ComparedServer> servers, Writer out)
            throws IOException {
        for (int i = 0; i < servers.size(); i++) {
            out.write("<script type=\"application/json\" id=\"details-%d\">".formatted(i));
            out.write(json(PageData.details(specification, servers.get(i))));
            out.write("</script>\n");
        }
    }

    /** JSON that may stand inside a script element: without {@code <} nothing in it can end the element, or open a comment. */
    static String json(Object data) {
        return GSON.toJson(data).replace("<", "\\u003c");
    }

    private static String joined(List<String> names, String ending) {
        return names.stream().map(name -> resource(name + ending)).collect(Collectors.joining("\n"));
    }

    private static String resource(String name) {
        try (var in = ComparisonPage.class.getResourceAsStream("/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The page's part " + name + " is missing from this program.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
