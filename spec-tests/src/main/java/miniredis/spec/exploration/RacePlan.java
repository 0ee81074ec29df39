package miniredis.spec.exploration;

import java.util.List;
import java.util.stream.Stream;

/** How clients get in each other's way. */
public enum RacePlan {
    COUNT(3, "increment the same new keys", "INCR"),
    OVERWRITE(3, "store and read the same key", "SET", "GET"),
    LIMIT_LIFETIMES(4, "store keys and limit their lifetimes", "SET", "GET", "EXPIRE"),
    USE_ENDED_KEYS(4, "read and store keys that have just ended", "SET", "GET", "EXPIRE");

    /** How many clients there are. */
    public static final int CLIENTS = 4;

    private final int step;
    private final String inFeatures;
    private final List<String> commands;

    RacePlan(int step, String inFeatures, String... commands) {
        this.step = step;
        this.inFeatures = inFeatures;
        this.commands = List.of(commands);
    }

    /** @param inFeatures {@code increment the same new keys} */
    public static RacePlan called(String inFeatures) {
        return Stream.of(values())
                .filter(plan -> plan.inFeatures.equals(inFeatures))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no plan to " + inFeatures + "."));
    }

    /** In which step a learner's server knows all of its commands. */
    public int step() {
        return step;
    }

    /** What it sends: rows of the catalogue of commands, by name. */
    public List<String> commands() {
        return commands;
    }

    /** Whether keys live for a while, in which there is nothing to do. */
    public boolean waits() {
        return this == USE_ENDED_KEYS;
    }

    /**
     * What the clients send, round by round.
     *
     * @param own the beginning of the keys
     */
    public List<Round> rounds(String own) {
        return Races.of(this, own);
    }
}
