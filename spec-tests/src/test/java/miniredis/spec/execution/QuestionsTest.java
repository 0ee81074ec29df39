package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class QuestionsTest {
    @TempDir
    private Path folder;

    private final InMemoryServer server = InMemoryServer.onFreePorts();
    private final AtomicInteger asked = new AtomicInteger();

    /** Whether a command gets an error; the first so many requests end the server. */
    private final class IsRefused implements Questions.Question<String> {
        private final int deadly;

        private IsRefused(int deadly) {
            this.deadly = deadly;
        }

        @Override
        public <E extends Exception> Optional<Message> ask(String about, Questions.Asker<E> asker) throws E {
            if (asked.incrementAndGet() <= deadly) {
                server.last().die("exited with code 1", false);
            }
            var response = asker.ask(List.of(Bytes.of(about)));
            return response.isRefusal() || response.isTheEnd() ? Optional.of(response.inWords()) : Optional.empty();
        }
    }

    @Test
    void onlyWhatThereIsToSayIsAnAnswer() throws Exception {
        server.startWithout("FOO");

        assertThat(answers(0)).containsOnlyKeys("FOO");
        assertThat(server.started).hasSize(1);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aServerThatDoesNotSurviveTheQuestionsIsAskedEachOneAgain() throws Exception {
        server.startWithout("FOO");

        assertThat(answers(2)).containsOnlyKeys("FOO");
        assertThat(server.started).hasSizeGreaterThan(1);
        assertThat(asked).hasValue(4);
    }

    @Test
    void whoAsksNothingTakesNoInstance() throws Exception {
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(server, folder, pauses)) {
            assertThat(Questions.askAll(List.of(), new IsRefused(0), pool)).isEmpty();
        }
        assertThat(server.started).isEmpty();
    }

    private Map<String, Message> answers(int deadly) throws Exception {
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(server, folder, pauses)) {
            return Questions.askAll(List.of("PING", "FOO"), new IsRefused(deadly), pool);
        }
    }
}
