package miniredis.spec.steps;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import miniredis.spec.verdict.Actual.Afterwards;
import miniredis.spec.verdict.FramingMark;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Recording;
import miniredis.spec.wire.Timeouts;

/** What a scenario is run against, and what is to be known of it afterwards whatever its verdict. */
public final class ScenarioContext {
    private final InetSocketAddress address;
    private final Supplier<Optional<String>> death;
    private final Timeouts timeouts;
    private final boolean everyFraming;
    private final List<FramingMark> framings = new ArrayList<>();
    private long seed = 1;
    private boolean alone;
    private Optional<InetSocketAddress> oracle = Optional.empty();
    private Optional<ConversationPlay.Failed> failedConversation = Optional.empty();
    private String story = "";
    private long commands;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private FramingSilences framingSilences = new FramingSilences();
    private boolean asksAfterSilence;
    private Afterwards afterSilence = Afterwards.UNKNOWN;

    /**
     * @param address of the server
     * @param death how the server ended, in words, if it did; a moment is allowed for noticing it after a connection broke
     * @param everyFraming whether each conversation is also said byte by byte and in one packet
     */
    public ScenarioContext(
            InetSocketAddress address, Supplier<Optional<String>> death, Timeouts timeouts, boolean everyFraming) {
        this.address = address;
        this.death = death;
        this.timeouts = timeouts;
        this.everyFraming = everyFraming;
    }

    /**
     * Sets how to explore what no example covers.
     *
     * @param otherSeed what random commands are chosen by
     * @param isAlone whether no other scenario runs beside this one, so that there is time to be careful
     */
    public ScenarioContext exploring(long otherSeed, boolean isAlone) {
        seed = otherSeed;
        alone = isAlone;
        return this;
    }

    /** Sets another server that decides what is correct, besides the model of the commands. */
    public ScenarioContext against(Optional<InetSocketAddress> otherServer) {
        oracle = otherServer;
        return this;
    }

    Optional<InetSocketAddress> oracle() {
        return oracle;
    }

    long seed() {
        return seed;
    }

    boolean isAlone() {
        return alone;
    }

    /** A random conversation failed. */
    void note(ConversationPlay.Failed failed) {
        failedConversation = Optional.of(failed);
        tell(failed.conversation().shown());
    }

    /** So many commands were sent that no step names. */
    void count(long sent) {
        commands += sent;
    }

    /** How many commands were sent that no step names. */
    public long commands() {
        return commands;
    }

    /** What happened, where the step that failed does not say it. */
    void tell(String whatHappened) {
        story = whatHappened;
    }

    public Optional<ConversationPlay.Failed> failedConversation() {
        return failedConversation;
    }

    /** What happened, line by line, where the step that failed does not say it; else empty. */
    public String story() {
        return story;
    }

    public InetSocketAddress address() {
        return address;
    }

    public Timeouts timeouts() {
        return timeouts;
    }

    /** A new client, not connected yet, for the runner's own requests. */
    public Client newClient() {
        return new Client("client", address, timeouts);
    }

    boolean checksEveryFraming() {
        return everyFraming;
    }

    /** Says that a scenario that fails may send one more PING, to find out what its silence means. */
    public ScenarioContext askingAfterSilence() {
        asksAfterSilence = true;
        return this;
    }

    boolean asksAfterSilence() {
        return asksAfterSilence;
    }

    void noteAfterSilence(Afterwards what) {
        afterSilence = what;
    }

    /** What became of that PING; nothing can be told from it where the scenario did not end in silence. */
    public Afterwards afterSilence() {
        return afterSilence;
    }

    Optional<String> death() {
        return death.get();
    }

    /** Says what is known of silences in other framings; else nothing is known. */
    public ScenarioContext knowing(FramingSilences silences) {
        framingSilences = silences;
        return this;
    }

    FramingSilences framingSilences() {
        return framingSilences;
    }

    void note(FramingMark mark) {
        framingSilences.note(mark);
        framings.add(mark);
    }

    void keep(Map<String, Recording> all) {
        recordings.putAll(all);
    }

    public List<FramingMark> framings() {
        return List.copyOf(framings);
    }

    /** What went over each connection, by the client's name. */
    public Map<String, Recording> recordings() {
        return recordings;
    }
}
