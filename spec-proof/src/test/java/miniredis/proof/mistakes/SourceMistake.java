package miniredis.proof.mistakes;

/** A mistake in the commands beyond the six: made in the source of impl-blocking, one change in one place. */
public sealed interface SourceMistake extends Mistake
        permits KeysMistake, SetMistake, ClientsMistake, MetricsMistake, PubSubMistake, TransactionMistake {

    Patch patch();
}
