package miniredis.spec.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.command.CommandRow.Access;
import miniredis.spec.command.CommandRow.Again;
import miniredis.spec.command.CommandRow.Jedis;
import miniredis.spec.command.CommandRow.Keys;
import miniredis.spec.command.CommandRow.LifetimeEffect;
import miniredis.spec.command.CommandRow.ReplyKind;

/** The rows of {@code commands.txt}, which says what its columns mean. */
public final class Catalogue {
    private static final String FILE = "commands.txt";
    private static final int EXTENSIONS = 5;
    private static final Pattern BETWEEN_COLUMNS = Pattern.compile(" {2,}");
    private static final Pattern KEYS = Pattern.compile("(keys?|channels?) (\\d)(\\.\\.)?(?: by (\\d))?");

    private static final List<List<CommandRow>> GROUPS = read();
    private static final Map<String, List<CommandRow>> BY_COMMAND =
            GROUPS.stream().flatMap(List::stream).collect(Collectors.groupingBy(CommandRow::command));
    private static final Map<String, CommandRow> COMMANDS = GROUPS.stream()
            .flatMap(List::stream)
            .filter(row -> row.secondWord().isEmpty())
            .collect(Collectors.toMap(CommandRow::name, Function.identity()));

    private Catalogue() {}

    /** What a learner would add together, in the order of steps and areas. */
    public static List<List<CommandRow>> groups() {
        return GROUPS;
    }

    public static Stream<CommandRow> rows() {
        return GROUPS.stream().flatMap(List::stream);
    }

    /** The row of a command without subcommand or option; empty for one that the specification does not know. */
    public static Optional<CommandRow> command(String name) {
        return Optional.ofNullable(COMMANDS.get(name.toUpperCase(Locale.ROOT)));
    }

    /** The row of the command that a request begins with. */
    public static Optional<CommandRow> command(List<byte[]> request) {
        return request.isEmpty() ? Optional.empty() : command(text(request.get(0)));
    }

    /** All rows that a request has to do with: its command, its subcommand, its options. */
    public static List<CommandRow> rowsOf(List<byte[]> request) {
        var words = texts(request);
        return words.isEmpty()
                ? List.of()
                : BY_COMMAND.getOrDefault(words.get(0).toUpperCase(Locale.ROOT), List.of()).stream()
                        .filter(row -> row.covers(words))
                        .toList();
    }

    /** The words of a request as text, one char a byte. */
    public static List<String> texts(List<byte[]> request) {
        return request.stream().map(Catalogue::text).toList();
    }

    private static String text(byte[] word) {
        return new String(word, StandardCharsets.ISO_8859_1);
    }

    private static List<List<CommandRow>> read() {
        try (var in = requireNonNull(Catalogue.class.getResourceAsStream(FILE), FILE)) {
            var groups = new ArrayList<List<CommandRow>>();
            for (var paragraph : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R\\R")) {
                groups.add(paragraph
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Catalogue::row)
                        .toList());
            }
            return groups.stream().filter(group -> !group.isEmpty()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CommandRow row(String line) {
        var columns = BETWEEN_COLUMNS.split(line);
        boolean isOfASingleStep = columns[5].matches("\\d");
        return new CommandRow(
                columns[0],
                Integer.parseInt(columns[1]),
                keys(columns[2]),
                constant(Access.class, columns[3]),
                constant(LifetimeEffect.class, columns[4]),
                isOfASingleStep ? Integer.parseInt(columns[5]) : EXTENSIONS,
                isOfASingleStep ? "" : columns[5],
                columns[6].equals("-") ? List.of() : List.of(columns[6].split(" ")),
                constant(ReplyKind.class, columns[7]),
                constant(Jedis.class, columns[8]),
                constant(Again.class, columns[9]));
    }

    private static Keys keys(String column) {
        var form = KEYS.matcher(column);
        if (!form.matches()) {
            return Keys.NONE;
        }
        int first = Integer.parseInt(form.group(2));
        return new Keys(
                first,
                form.group(3) == null ? first : -1,
                form.group(4) == null ? 1 : Integer.parseInt(form.group(4)),
                column.startsWith("channel"));
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String column) {
        return Enum.valueOf(
                type,
                column.equals("-") ? "NONE" : column.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
