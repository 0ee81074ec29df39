package miniredis.spec.compare;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import miniredis.spec.report.ComparedServer;
import miniredis.spec.report.ComparisonPage;
import miniredis.spec.report.ComparisonTable;
import miniredis.spec.report.OutputTail;
import miniredis.spec.report.ResultsJson;
import miniredis.spec.specification.Specification;

/** What a comparison leaves behind: results.json, comparison.md and index.html, beside a folder for each server's own run. */
public final class ComparisonFolder {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ComparisonFolder() {}

    /** The shape of results.json: what one run writes, once for every server. */
    private record Contents(List<ComparedServer> servers) {}

    static void write(Path folder, List<ComparedServer> servers, Specification specification) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.json"), GSON.toJson(new Contents(servers)) + "\n");
        Files.writeString(folder.resolve("comparison.md"), new ComparisonTable(servers).forMarkdown());
        ComparisonPage.write(folder.resolve("index.html"), servers, specification);
    }

    /**
     * The servers in a folder that a comparison or a single run has left.
     *
     * @throws IOException when there is no results.json, or it is something else
     */
    public static List<ComparedServer> read(Path folder) throws IOException {
        var file = folder.resolve("results.json");
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "%s has no results.json: it is not the report folder of a run or a comparison.".formatted(folder));
        }
        try {
            var contents = GSON.fromJson(Files.readString(file), Contents.class);
            if (contents != null && contents.servers() != null) {
                return contents.servers();
            }
        } catch (JsonParseException broken) {
            throw new IOException("%s is not a results.json: %s".formatted(file, broken.getMessage()), broken);
        }
        return List.of(ComparedServer.of(ResultsJson.read(file), "", OutputTail.ofFirstServer(folder)));
    }

    /**
     * All of them side by side. Reports that are all called alike, as a class's are that fills in the same skeleton, are called by
     * their folders; where two have the same name even so, the later one is numbered.
     */
    static List<ComparedServer> merge(List<Path> folders) throws IOException {
        var read = new ArrayList<List<ComparedServer>>();
        for (var folder : folders) {
            read.add(read(folder));
        }
        boolean alike = folders.size() > 1
                && read.stream().allMatch(servers -> servers.size() == 1)
                && read.stream()
                                .map(servers -> servers.get(0).server())
                                .distinct()
                                .count()
                        == 1;
        var names = FolderNames.of(folders);
        alike &= names.stream().distinct().count() == names.size();
        var merged = new ArrayList<ComparedServer>();
        Set<String> taken = new HashSet<>();
        for (int at = 0; at < folders.size(); at++) {
            for (var server : read.get(at)) {
                var called = alike ? names.get(at) : server.server();
                var name = called;
                for (int i = 2; !taken.add(name); i++) {
                    name = "%s (%d)".formatted(called, i);
                }
                merged.add(server.named(name));
            }
        }
        return merged;
    }

    /** Ids in these results that these features do not have: the page can't show them. */
    static Set<String> unknownIds(List<ComparedServer> servers, Specification specification) {
        Set<String> unknown = new TreeSet<>();
        servers.forEach(server -> server.scenarios().forEach(scenario -> unknown.add(scenario.id())));
        specification.scenarios().forEach(scenario -> unknown.remove(scenario.id()));
        return unknown;
    }

    /** The folder for one server's own run. */
    static Path ofServer(Path folder, int index, String name) {
        var readable =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[-.]+|-+$", "");
        return folder.resolve("servers")
                .resolve("%03d-%s".formatted(index + 1, readable.isEmpty() ? "server" : readable));
    }
}
