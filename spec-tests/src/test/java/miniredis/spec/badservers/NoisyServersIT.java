package miniredis.spec.badservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that do too much, or say the wrong thing, or lack a command. */
@Timeout(400)
class NoisyServersIT {
    @TempDir
    private Path folder;

    @Test
    void oneThatAnswersGarbageIsToldThatItIsNoReply() throws Exception {
        var findings = new BadServer("answers-garbage", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        assertThat(findings.run().remark()).contains("No client got a single RESP reply", "can't become a reply");
        findings.failed("TCP-01", "can't become a reply");
    }

    @Test
    void oneThatSpeaksHttpIsRecognised() throws Exception {
        var findings = new BadServer("speaks-http", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        assertThat(findings.run().remark()).contains("No client got a single RESP reply");
        findings.failed("TCP-01", "this server speaks HTTP");
    }

    @Test
    void oneThatAnswersTwiceIsCaughtByTheFirstScenario() throws Exception {
        var findings = new BadServer("answers-twice", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.failed("TCP-01", "");
        findings.passed("TCP-03", "TCP-04");
    }
}
