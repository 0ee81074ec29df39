package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.ScenarioResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemarksTest {
    private static final Verdicts VERDICTS = new Verdicts("run --scenario ", MissingCommands.none());
    private static final List<SpecScenario> SCENARIOS = Scenarios.plain(3);

    @TempDir
    private Path folder;

    private final PauseDetector pauses = new PauseDetector();
    private final InMemoryServer server = InMemoryServer.onFreePorts();

    @AfterEach
    void stop() {
        pauses.close();
    }

    @Test
    void thereIsNothingToSayAboutMostServers() {
        assertThat(about(
                        VERDICTS.of(Attempts.passed(SCENARIOS.get(0))),
                        VERDICTS.of(Attempts.failed(SCENARIOS.get(1), Attempts.reply("-ERR")))))
                .isEqualTo(Message.NONE);
    }

    @Test
    void aServerThatCanNotBeStartedAnyMoreComesFirst() throws Exception {
        try (var pool = new ServerPool(server, folder, pauses)) {
            server.failToStart(3);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(pool::take).isInstanceOf(ServerUnavailable.class);
            }

            assertThat(Remarks.about(List.of(notRun("another reason")), pool)).hasToString("no start, 2 to go");
        }
    }

    @Test
    void aServerThatEndsBetweenScenariosIsDescribed() {
        var passed = List.of(VERDICTS.of(Attempts.passed(SCENARIOS.get(0))));

        assertThat(Remarks.endedBetween(passed, List.of())).isEmpty();
        assertThat(Remarks.endedBetween(passed, List.of("boom", "boom")))
                .contains(Message.counted("remark.ended-between", 2, "boom"));
    }

    @Test
    void anEndThatAScenarioShowsIsNotThere() {
        var died = Attempts.failed(SCENARIOS.get(1), new Actual.Died(new byte[0], "exited with code 1\nlast words"));

        assertThat(Remarks.endedBetween(List.of(VERDICTS.of(died)), List.of("exited with code 1")))
                .isEmpty();
        assertThat(Remarks.endedBetween(List.of(VERDICTS.of(died)), List.of("exited with code 2")))
                .isPresent();
    }

    @Test
    void whyScenariosWereNotRunIsSaidOnce() {
        assertThat(about(VERDICTS.of(Attempts.passed(SCENARIOS.get(0))), notRun("gone"), notRun("gone again")))
                .hasToString("gone");
    }

    @Test
    void aServerWithoutAReplyIsDescribedByWhatMostMetWith() {
        var closed = new Actual.Closed(new byte[0]);

        assertThat(about(
                        noReply(SCENARIOS.get(0), Attempts.silence()),
                        noReply(SCENARIOS.get(1), closed),
                        noReply(SCENARIOS.get(2), closed)))
                .isEqualTo(Message.of("remark.no-reply", closed.then()));
    }

    @Test
    void silenceOfOneScenarioIsNotThatOfTheServer() {
        assertThat(about(VERDICTS.of(Attempts.failed(SCENARIOS.get(0), Attempts.silence()))))
                .isEqualTo(Message.NONE);
    }

    private Message about(ScenarioResult... results) {
        try (var pool = new ServerPool(server, folder, pauses)) {
            return Remarks.about(List.of(results), pool);
        }
    }

    private static ScenarioResult noReply(SpecScenario scenario, Actual actual) {
        return VERDICTS.ofNoReply(scenario, Optional.of(Attempts.failed(scenario, actual)));
    }

    private static ScenarioResult notRun(String why) {
        return VERDICTS.of(Attempt.without(SCENARIOS.get(2), Message.verbatim(why)));
    }
}
