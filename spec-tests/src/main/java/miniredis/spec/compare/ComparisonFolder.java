package miniredis.spec.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import miniredis.spec.report.ComparisonPage;
import miniredis.spec.report.ComparisonTable;
import miniredis.spec.report.Results;
import miniredis.spec.report.ResultsJson;
import miniredis.spec.specification.Specification;

/** What a comparison leaves behind: results.json, comparison.md and index.html, beside a folder for each server's own run. */
final class ComparisonFolder {
    private ComparisonFolder() {}

    static void write(Path folder, List<Results> servers, Specification specification) throws IOException {
        Files.createDirectories(folder);
        ResultsJson.write(servers, folder);
        Files.writeString(folder.resolve("comparison.md"), new ComparisonTable(servers).forMarkdown());
        ComparisonPage.write(folder.resolve("index.html"), servers, specification);
    }

    /**
     * All of them side by side. If all reports have the same name, as in a class that starts from one skeleton, they are named
     * after their folders; if two names are still equal, the later one is numbered.
     */
    static List<Results> merge(List<Path> folders) throws IOException {
        var read = new ArrayList<List<Results>>();
        for (var folder : folders) {
            read.add(ResultsJson.read(folder));
        }
        var names = FolderNames.of(folders);
        boolean byFolder = areAlike(read) && new HashSet<>(names).size() == names.size();
        var merged = new ArrayList<Results>();
        Set<String> taken = new HashSet<>();
        for (int at = 0; at < folders.size(); at++) {
            for (var server : read.get(at)) {
                var called = byFolder ? names.get(at) : server.server();
                var name = called;
                for (int i = 2; !taken.add(name); i++) {
                    name = "%s (%d)".formatted(called, i);
                }
                merged.add(server.named(name));
            }
        }
        return merged;
    }

    /** Whether each folder has one server, and all of them the same name. */
    private static boolean areAlike(List<List<Results>> read) {
        return read.size() > 1
                && read.stream().allMatch(servers -> servers.size() == 1)
                && read.stream()
                                .map(servers -> servers.get(0).server())
                                .distinct()
                                .count()
                        == 1;
    }

    /** Ids in these results that these features do not have: the page can't show them. */
    static Set<String> unknownIds(List<Results> servers, Specification specification) {
        Set<String> unknown = new TreeSet<>();
        servers.forEach(server -> server.scenarios().forEach(scenario -> unknown.add(scenario.id())));
        specification.scenarios().forEach(scenario -> unknown.remove(scenario.id()));
        return unknown;
    }
}
