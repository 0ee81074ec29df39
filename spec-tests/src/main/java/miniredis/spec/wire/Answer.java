package miniredis.spec.wire;

/**
 * What came where one reply was expected.
 *
 * @param reading the reply, or what kept it from being one
 * @param bytes the reply's bytes; where there is no whole reply, all bytes that came
 * @param ending {@link Ending#ANSWERED} when the reply is whole, else how the waiting ended
 * @param at when it was there, in {@link System#nanoTime()}
 */
public record Answer(ReplyReader.Reading reading, byte[] bytes, Ending ending, long at) {}
