package miniredis.proof.faultyservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do too much, or send the wrong thing, or lack a command. */
@Timeout(400)
@Execution(ExecutionMode.CONCURRENT)
class NoisyServersIT {
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void oneThatAnswersGarbageIsToldThatItIsNoReply() throws Exception {
        var findings = new BadServer("answers-garbage", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        assertThat(findings.run().remark().toString())
                .contains("No client got a single RESP reply", "can't become a reply");
        findings.failed("TCP-01", "can't become a reply");
    }

    @Test
    void oneThatSpeaksHttpIsRecognised() throws Exception {
        var findings = new BadServer("speaks-http", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        assertThat(findings.run().remark().toString()).contains("No client got a single RESP reply");
        findings.failed("TCP-01", "this server speaks HTTP");
    }

    @Test
    void oneThatAnswersTwiceIsCaughtByTheFirstScenario() throws Exception {
        var findings = new BadServer("answers-twice", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.failed("TCP-01");
        findings.failed("LEAVE-07");
        findings.failed("MANY-05");
        findings.passed("TCP-03", "TCP-04");
    }

    /** A greeting comes before the first request. It is noticed when a scenario runs alone and when it runs beside others. */
    @Test
    void oneThatGreetsIsCaught() throws Exception {
        var findings = new BadServer("greets", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.failed("TCP-03", "a greeting?");
        findings.failed("TCP-01");
    }

    /** Its error may be for PING, or for every client: only a client that has sent nothing can tell. */
    @Test
    void oneThatRefusesWhoeverConnectsIsNotTakenForOneThatRefusesPing() throws Exception {
        var findings = new BadServer("refuses-everybody", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.failed("TCP-03", "a greeting?");
        findings.failed("TCP-04", "a greeting?");
    }

    @Test
    void oneThatKeepsACoreBusyPasses() throws Exception {
        new BadServer("spins", folder).run(BadServer.STEP_1).areGood();
    }

    /** That it uses the processor does not mean that a reply is on its way. Many servers spin after a client has disconnected. */
    @ParameterizedTest
    @ValueSource(strings = {"spins-and-is-silent-to-get", "spins-when-left-and-is-silent-to-get"})
    void oneThatSpinsAndIsSilentIsCalledSilent(String behaviour) throws Exception {
        var findings = new BadServer(behaviour, folder).run(BadServer.STEPS_1_AND_2);

        findings.exitCodeIs(1);
        assertThat(findings.with(Status.INCONCLUSIVE)).isEmpty();
        findings.failed("BULK-01", "silence");
    }

    @Test
    void oneThatFloodsItsOutputPassesAndOnlyTheEndsAreKept() throws Exception {
        var server = new BadServer("floods-stdout", folder);

        server.run(BadServer.STEP_1).areGood();

        assertThat(server.outputs())
                .isNotEmpty()
                .allSatisfy(output -> assertThat(output.length()).isLessThan(2 * MEGABYTE));
    }

    @Test
    void oneThatFloodsItsClientsIsToldSo() throws Exception {
        var findings = new BadServer("floods-the-client", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.failed("TCP-03");
    }

    @Test
    void oneThatServesOneClientAtATimeFailsWhereThereAreTwo() throws Exception {
        var findings = new BadServer("one-client-at-a-time", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.passed("TCP-01", "TCP-02", "TCP-03", "TCP-04", "LEAVE-01");
        findings.failed("MANY-01", "silence");
        findings.failed("SLOW-01", "silence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PING", "INCR", "EXPIRE"})
    void oneThatLacksACommandIsJudgedByTheOthers(String command) throws Exception {
        var findings = new BadServer("lacks-" + command.toLowerCase(Locale.ROOT), folder).run(BadServer.STEPS_1_TO_4);

        findings.exitCodeIs(1);
        findings.someFailed();
        findings.noneFailed(scenario -> !mentions(scenario, command));
    }

    /** Some scenarios send a name in pieces. */
    private static boolean mentions(SpecScenario scenario, String command) {
        return scenario.text().replaceAll("[\\s¦]", "").toUpperCase(Locale.ROOT).contains(command)
                || ScenarioNeeds.of(scenario).commands().contains(command);
    }
}
