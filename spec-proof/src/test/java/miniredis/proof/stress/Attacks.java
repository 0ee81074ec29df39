package miniredis.proof.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Attacks that once brought the reference servers down, against both servers, on small heaps and on the default heap. Takes long,
 * so it runs with {@code mvn verify -Pproof} only; docs/limits.md has the figures.
 *
 * <p>{@code -Dproof.java=/usr/lib/jvm/NAME/bin/java} adds another JDK; {@code -Dattacks.heaps=64m}, {@code -Dattacks.only=drip}
 * and {@code -Dattacks.servers=impl-nio} choose.
 */
class Attacks {
    private static final long LONGEST_PING_MILLIS = 100;

    @TestFactory
    Stream<DynamicTest> theServerStaysUp() {
        var tests = new ArrayList<DynamicTest>();
        for (var java : javas()) {
            for (var heap : list("attacks.heaps", "64m,256m," + Setting.DEFAULT_HEAP)) {
                for (var server : list("attacks.servers", "impl-nio,impl-blocking")) {
                    var setting = new Setting(server, java, heap);
                    attacks(heap).stream()
                            .filter(attack -> attack.name().contains(System.getProperty("attacks.only", "")))
                            .map(attack -> new StressTest(setting, attack, LONGEST_PING_MILLIS, true))
                            .forEach(siege -> tests.add(DynamicTest.dynamicTest(
                                    setting + ": " + siege.attack().name(), siege::run)));
                }
            }
        }
        return tests.stream();
    }

    private static List<Attack> attacks(String heap) {
        // filling gigabytes would prove nothing more
        var options = heap.equals(Setting.DEFAULT_HEAP) ? new String[] {"--maxmemory", "300mb"} : new String[0];
        int keys = switch (heap) {
            case "64m" -> 100_000;
            case "256m" -> 400_000;
            default -> 5_000_000;
        };
        return List.of(
                new Announcements(20, 42_000_000),
                new UnreadReplies(600, 28_000_000),
                new Drips(50, 300_000_000),
                new IdleClients(10_000),
                new FullMemory(10, options),
                new FullMemory(1000, options),
                new FullMemory(20_000, options),
                new FullMemory(600_000, options),
                new ExpireTogether(keys, keys < 1_000_000 ? 6 : 60));
    }

    private static List<String> javas() {
        var javas = new ArrayList<>(List.of(running()));
        var other = System.getProperty("proof.java");
        if (other != null) {
            javas.add(other);
        }
        return javas;
    }

    /** The program that runs this. */
    static String running() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private static List<String> list(String property, String otherwise) {
        return Arrays.asList(System.getProperty(property, otherwise).split(","));
    }
}
