package miniredis.proof.faults;

import java.io.IOException;
import java.nio.file.Path;
import miniredis.proof.mistakes.Mistake;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/**
 * A small correct server for the six commands, in this JVM, that can be told to make one mistake. It exists to be incorrect in
 * known ways: each {@code slip.is(...)} is where a learner would make that mistake.
 */
public final class SwitchableServer implements ServerUnderTest {
    private final Fault slip;

    private SwitchableServer(Fault slip) {
        this.slip = slip;
    }

    public static SwitchableServer correct() {
        return new SwitchableServer(Fault.NONE);
    }

    public static SwitchableServer with(Mistake mistake) {
        return new SwitchableServer(new Fault(mistake));
    }

    @Override
    public String name() {
        return slip.mistake() == null ? "correct" : slip.mistake().title();
    }

    @Override
    public String commandLine() {
        return "--command 'a server in the same JVM: %s'".formatted(name());
    }

    @Override
    public RunningServer start(Path output) throws ServerUnavailable {
        try {
            return Listener.open(slip);
        } catch (IOException noSocket) {
            throw new ServerUnavailable(Message.verbatim("The server in this JVM can't listen."), noSocket);
        }
    }

    @Override
    public int atOnce() {
        return 16;
    }

    @Override
    public boolean startsAfresh() {
        return true;
    }
}
