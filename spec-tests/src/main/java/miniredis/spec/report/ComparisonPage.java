package miniredis.spec.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import miniredis.spec.i18n.Messages;
import miniredis.spec.specification.Specification;
import miniredis.spec.specification.Translation;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.Status;

/**
 * index.html: the specification as prose, and what became of it on every server; without servers, the book. One file that needs no
 * network; its parts are in the folder {@code report} of the resources, and are put together here.
 */
public final class ComparisonPage {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final List<String> STYLES_OF_THE_BOOK = List.of("base", "prose", "print", "book");
    private static final List<String> STYLES = List.of("base", "matrix", "prose", "panel", "causes", "speed", "print");
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

    /**
     * Writes the page about these servers, in this order. One is enough.
     *
     * @param all the features that there are; those of steps that no server was asked about are left out
     */
    public static void write(Path file, List<Results> servers, Specification all) throws IOException {
        write(file, servers, all, Messages.ENGLISH);
    }

    private static void write(Path file, List<Results> servers, Specification all, Messages language)
            throws IOException {
        int last = servers.stream().mapToInt(Results::lastStep).max().orElse(STEPS_ALWAYS_SHOWN);
        var english = all.upTo(Math.max(STEPS_ALWAYS_SHOWN, last));
        var specification = Translation.of(english, language);
        var data = Map.of(
                "texts",
                language.areJapanese() ? textsInJapanese() : Map.of(),
                "stepTitles",
                Translation.stepTitles(language),
                "servers",
                servers.stream()
                        .map(server -> PageData.of(specification, server))
                        .toList());
        write(
                file,
                "page.html",
                Map.of(
                        "{{styles}}", resources(STYLES, ".css"),
                        "{{scripts}}", scripts(),
                        "{{language}}", Stream.of(language.code()),
                        "{{specification}}", html(specification, servers, language, false),
                        "{{data}}", Stream.of(json(data)),
                        "{{details}}", details(specification, servers, language)));
    }

    /** The page of a single run, into its report folder, in the language of its reader. */
    public static void write(RunResult run, Path folder, Messages language) throws IOException {
        write(
                folder.resolve("index.html"),
                List.of(ResultsJson.of(run, language).compared("", OutputTail.ofFirstServer(folder), List.of())),
                run.selection().specification(),
                language);
    }

    /**
     * Writes the specification without servers, to read or to print. It needs no JavaScript.
     *
     * @param ofRun whose verdicts stand beside the examples: one server, or none
     */
    public static void writeBook(Path file, List<Results> ofRun, Messages language) throws IOException {
        var of = ofRun.stream()
                .map(server -> language.text(
                        "book.of-run",
                        Html.escaped(server.server()),
                        server.count(Status.PASSED),
                        server.scenarios().size()));
        write(
                file,
                "book.html",
                Map.of(
                        "{{styles}}", resources(STYLES_OF_THE_BOOK, ".css"),
                        "{{language}}", Stream.of(language.code()),
                        "{{introduction}}", Stream.of(PagePart.text("book_" + language.code() + ".html")),
                        "{{of}}", of,
                        "{{specification}}",
                                html(Translation.of(Specification.load(), language), ofRun, language, true)));
    }

    private static Stream<String> html(
            Specification specification, List<Results> servers, Messages language, boolean isBook) {
        return Stream.of(
                new SpecificationHtml(specification, Translation.stepTitles(language), verdicts(servers), isBook)
                        .html());
    }

    /** @param places the text for each place of the template; large texts are made when they are written */
    private static void write(Path file, String template, Map<String, Stream<String>> places) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (var part : PagePart.text(template).split("(?=\\{\\{)|(?<=}})")) {
                for (var text : (Iterable<String>) places.getOrDefault(part, Stream.of(part))::iterator) {
                    out.write(text);
                }
            }
        }
    }

    /** The verdicts of a single server are shown beside the examples; of several, the script adds how many pass. */
    private static Map<String, Results.Scenario> verdicts(List<Results> servers) {
        return servers.size() == 1 ? PageData.byId(servers.get(0)) : Map.of();
    }

    private static Stream<String> details(Specification specification, List<Results> servers, Messages language) {
        return IntStream.range(0, servers.size())
                .mapToObj(i -> "<script type=\"application/json\" id=\"details-%d\">%s</script>\n"
                        .formatted(i, json(PageData.details(specification, servers.get(i), language))));
    }

    /** JSON that may stand inside a script element: without {@code <} nothing in it can end the element, or open a comment. */
    private static String json(Object data) {
        return GSON.toJson(data).replace("<", "\\u003c");
    }

    static Stream<String> scripts() {
        return resources(SCRIPTS, ".js");
    }

    /** By the English text, as the page and its scripts have it. */
    static Map<String, String> textsInJapanese() {
        return GSON.fromJson(PagePart.text("page_ja.json"), new TypeToken<>() {});
    }

    private static Stream<String> resources(List<String> names, String ending) {
        return names.stream().map(name -> PagePart.text(name + ending));
    }
}
