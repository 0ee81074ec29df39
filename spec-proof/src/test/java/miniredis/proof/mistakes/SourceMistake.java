package miniredis.proof.mistakes;

/** A mistake in what goes beyond the six commands: made in the source of impl-blocking, one change in one place. */
public sealed interface SourceMistake extends Mistake
        permits KeysMistake, SetMistake, ClientsMistake, MetricsMistake, PubSubMistake, TransactionMistake {

    Patch patch();
}
