package miniredis.proof.stress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The short attacks, on the smallest heap. {@link Attacks} has all of them, and measures how long a PING takes meanwhile. */
class AttacksIT {
    /** On a busy machine. A server that no longer responds takes longer. */
    private static final long LONGEST_PING_MILLIS = 2000;

    @TestFactory
    Stream<DynamicTest> theServerStaysUp() {
        return Stream.of("impl-nio", "impl-blocking")
                .filter(server -> Files.exists(Path.of(server, "target", server + ".jar")))
                .map(server -> new Setting(server, Attacks.running(), "64m"))
                .flatMap(setting -> shortOnes().stream()
                        .map(attack -> new StressTest(setting, attack, LONGEST_PING_MILLIS, false))
                        .map(siege -> DynamicTest.dynamicTest(
                                setting.server() + ": " + siege.attack().name(), siege::run)));
    }

    private static List<Attack> shortOnes() {
        return List.of(
                new Announcements(8, 12_000_000),
                new UnreadReplies(100, 14_000_000),
                new Drips(20, 40_000_000),
                new IdleClients(1000),
                new FullMemory(1000));
    }
}
