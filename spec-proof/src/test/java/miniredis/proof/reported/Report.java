package miniredis.proof.reported;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import miniredis.proof.mistakes.Mistake;
import miniredis.proof.mistakes.Patch;

/**
 * A bug that was reported in public, as a mistake of an otherwise correct server.
 *
 * @param address where it was reported, as {@code owner/repository#number} on GitHub; without a {@code #} the name of a kind of
 *     bug
 * @param sentence what the server does
 * @param patches the changes of impl-blocking's source that make it do so; empty for a known mistake
 * @param known the one of {@link Mistake#all()} that is the same
 */
record Report(String address, String sentence, List<Patch> patches, Optional<Mistake> known) {

    /** All of them, by subject. */
    static List<Report> all() {
        return Stream.of(
                        StringReports.all(),
                        LifetimeReports.all(),
                        TransactionReports.all(),
                        PubSubReports.all(),
                        ConnectionReports.all())
                .flatMap(List::stream)
                .toList();
    }

    static Report of(String address, String sentence, Patch... patches) {
        return new Report(address, sentence, List.of(patches), Optional.empty());
    }

    /** A report whose mistake was in {@link Mistake#all()} before it was found among the reports. */
    static Report known(String address, String title) {
        var mistake = Mistake.all().stream()
                .filter(candidate -> candidate.title().equals(title))
                .findFirst()
                .orElseThrow();
        return new Report(address, mistake.entry().sentence(), List.of(), Optional.of(mistake));
    }

    /** A name for folders and reports. */
    String title() {
        return address.replaceAll("[/#]", "-");
    }

    /** Whether it can be looked up; if not, it is one of the kinds that an earlier trial found missing. */
    boolean hasAddress() {
        return address.contains("#");
    }
}
