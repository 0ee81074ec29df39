package miniredis.spec.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import miniredis.spec.exploration.Conversations;
import miniredis.spec.exploration.RacePlan;
import miniredis.spec.exploration.Topic;
import miniredis.spec.verdict.Mismatch;
import org.jspecify.annotations.Nullable;

/** What no example names: random commands, judged by the model of the commands, and clients that get in each other's way. */
public final class ExplorationSteps {
    private final World world;
    private Topic topic = Topic.COMMANDS;
    private int commands;
    private boolean specialKeys;
    private @Nullable RacePlan race;

    public ExplorationSteps(World world) {
        this.world = world;
    }

    /** They begin when it is known how exactly the replies are to be judged. */
    @When("three clients take turns sending up to {int} random commands of {topic}")
    @PhraseNeeds(departs = true)
    public void take(int most, Topic about) {
        commands = most;
        topic = about;
    }

    @When("three clients take turns sending up to {int} random commands of {topic}, on keys with special names")
    @PhraseNeeds(departs = true)
    public void takeOnSpecialKeys(int most, Topic about) {
        take(most, about);
        specialKeys = true;
    }

    @Then("every reply is one that the rules allow")
    public void isAllowed() throws InterruptedException {
        judge(false);
    }

    @Then("every reply is the one that Redis gives")
    public void isThatOfRedis() throws InterruptedException {
        judge(true);
    }

    private void judge(boolean exact) throws InterruptedException {
        var context = world.context();
        var play = new ConversationPlay(topic, new Conversations.Style(exact, specialKeys));
        var failed = play.search(context, commands);
        if (failed.isPresent()) {
            context.note(failed.get());
            throw new Mismatch(failed.get().evidence());
        }
    }

    @When("four clients {race}, all at once")
    public void race(RacePlan plan) {
        race = plan;
    }

    @Then("one order of all commands explains every reply")
    public void oneOrderExplains() throws InterruptedException {
        new HistoryPlay(world.context()).judge(java.util.Objects.requireNonNull(race, "a race"));
    }
}
