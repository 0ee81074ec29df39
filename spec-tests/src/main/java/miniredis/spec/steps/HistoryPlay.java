package miniredis.spec.steps;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import miniredis.spec.exploration.Contradiction;
import miniredis.spec.exploration.Message;
import miniredis.spec.exploration.RaceDriver;
import miniredis.spec.exploration.RacePlan;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Mismatch;
import miniredis.spec.verdict.TooLate;
import miniredis.spec.wire.Bytes;

/** Clients that get in each other's way, and whether one order of all their commands explains all replies. */
final class HistoryPlay {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** By how many milliseconds the server's clock may be coarser than this one. */
    private static final long SLACK = 20;

    private final ScenarioContext context;

    HistoryPlay(ScenarioContext context) {
        this.context = context;
    }

    /** @throws Mismatch if a client gets no reply, or no order explains the replies */
    void judge(RacePlan plan) throws InterruptedException {
        var server = new ExploredServer(context);
        try {
            var history = RaceDriver.play(server, plan.rounds(Keys.newOwner()), System.nanoTime() + LONGEST_NANOS);
            context.count(history.operations().size());
            var contradiction = Contradiction.in(history, false, SLACK);
            if (contradiction.isPresent()) {
                context.tell(contradiction.get().picture());
                throw new Mismatch(evidence(contradiction.get()));
            }
        } catch (IOException noReply) {
            context.keep(server.recordings());
            var unanswered = server.firstUnanswered()
                    .orElseThrow(
                            () -> new TooLate("Replies came, but too slowly for clients that wait for each other."));
            throw new Mismatch(new Evidence(unanswered.sent(), new Expected.AnyReply(), unanswered.actual()));
        }
    }

    private static Evidence evidence(Contradiction contradiction) {
        var last = contradiction.last();
        return new Evidence(
                Bytes.of(Message.of(last.request()).bytes("")),
                new Expected.Explored(new Expected.OneOrder(contradiction.reason()), contradiction.cause()),
                new Actual.Answered(WrongReplyEvidence.wire(last.reply())));
    }
}
