package miniredis.proof.documents;

import static miniredis.proof.documents.Document.REPOSITORY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page in Japanese, and the page that it translates. It names the version of that page in one of its first lines,
 *
 * <pre>
 *     &lt;!-- follows docs/teaching.md, version 0123456789ab --&gt;
 * </pre>
 *
 * and what comes after a line {@code <!-- only here -->} has no counterpart.
 *
 * @param follows the version of the original that it says it follows
 */
record Edition(Document page, Document original, String follows) {
    private static final Pattern FOLLOWS = Pattern.compile("<!-- follows (\\S+), version ([0-9a-f]{12}) -->");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern SCENARIO = Pattern.compile("(?<![\\w-])(?!UTF-)[A-Z]+-\\d\\d(?:\\.\\d+)?(?![\\w-])");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final String ONLY_HERE = "<!-- only here -->";
    private static final int HEAD = 5;

    static List<Edition> all() throws IOException {
        var editions = new ArrayList<Edition>();
        for (var page : Document.all()) {
            if (page.isJapanese()) {
                editions.add(of(page));
            }
        }
        return editions;
    }

    /** @throws IllegalArgumentException if the page doesn't say which page it follows, and which version */
    private static Edition of(Document page) throws IOException {
        var follows = FOLLOWS.matcher(String.join("\n", page.lines()));
        if (!follows.find()) {
            throw new IllegalArgumentException(page.path() + " does not say which version of which page it follows");
        }
        int end = page.lines().indexOf(ONLY_HERE);
        var compared = end < 0 ? page.lines() : page.lines().subList(0, end);
        return new Edition(
                new Document(page.path(), compared),
                Document.read(REPOSITORY.getFileSystem().getPath(follows.group(1))),
                follows.group(2));
    }

    /** Twelve digits that differ after any change: the beginning of its SHA-256, with LF as line ends. */
    static String version(Document document) {
        try {
            var text = String.join("\n", document.lines());
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The levels of the headings, in order: {@code # ## ## ###}. */
    static List<String> headings(Document document) {
        return document.prose().stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.split(" ")[0])
                .toList();
    }

    /** The rows of all tables, in order. */
    static List<String> rows(Document document) {
        return document.prose().stream().filter(line -> line.startsWith("|")).toList();
    }

    static int cells(String row) {
        return row.replace("\\|", "").split("\\|", -1).length - 2;
    }

    /** The numbers that are written in digits; a translation may have more of them, where the original has words. */
    static List<String> numbers(String row) {
        return NUMBER.matcher(row).results().map(MatchResult::group).toList();
    }

    /** The blocks of code. Of a diagram only its kind and its number of lines, because its words are translated. */
    static List<String> blocks(Document document) {
        return document.blocks().stream()
                .map(block -> block.language().equals("mermaid")
                        ? block.content().get(0) + ", " + block.content().size() + " lines"
                        : block.language() + "\n" + String.join("\n", block.content()))
                .toList();
    }

    /** The text between backticks: names, commands, bytes. */
    static TreeSet<String> code(Document document) {
        return found(CODE, document);
    }

    static TreeSet<String> scenarios(Document document) {
        return found(SCENARIO, document);
    }

    /** Where its links lead, from the folder of the repository; an original and its translation count as the same place. */
    static TreeSet<String> links(Document document, List<Edition> editions) {
        var targets = new TreeSet<String>();
        for (var link : found(LINK, document)) {
            targets.add(link.matches("[a-z]+:.*") ? link : originalOf(place(document, link), editions));
        }
        return targets;
    }

    /** The links of its first lines, where the switch of language is. */
    static List<Path> linksAtTheHead(Document document) {
        return found(LINK, new Document(document.path(), document.lines().subList(0, HEAD))).stream()
                .map(link -> place(document, link))
                .toList();
    }

    private static Path place(Document document, String link) {
        var target = link.split("#")[0];
        return target.isEmpty()
                ? document.path()
                : document.path().resolveSibling(target).normalize();
    }

    private static String originalOf(Path place, List<Edition> editions) {
        return editions.stream()
                .filter(edition -> edition.page().path().equals(place))
                .map(edition -> edition.original().path())
                .findFirst()
                .orElse(place)
                .toString();
    }

    private static TreeSet<String> found(Pattern pattern, Document document) {
        // Line breaks don't count.
        return pattern.matcher(String.join("\n", document.prose()))
                .results()
                .map(match -> match.group(match.groupCount()).replaceAll("\\s*\n\\s*", " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
