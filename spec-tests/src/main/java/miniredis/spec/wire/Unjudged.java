package miniredis.spec.wire;

import miniredis.spec.wire.ReplyReader.Reading;

/** What has come from the server on one connection, and has not been taken to be judged. */
final class Unjudged {
    private final Recording recording;
    private final Dialect dialect;
    private int judged;

    Unjudged(Recording recording, Dialect dialect) {
        this.recording = recording;
        this.dialect = dialect;
    }

    /** The index of its first byte among all that was received. */
    int at() {
        return judged;
    }

    /** How many bytes there are. */
    int count() {
        return recording.receivedCount() - judged;
    }

    /** What they begin with. */
    Reading reading() {
        return recording.readReply(judged, dialect.protocol());
    }

    /** The same as an answer; a whole reply is judged from now on, and anything else stays. */
    Answer answer(Reading reading) {
        if (reading instanceof Reading.Whole whole) {
            var bytes = recording.received(judged, whole.end());
            judged = whole.end();
            return new Answer(reading, bytes, Ending.ANSWERED, System.nanoTime());
        }
        var ending = reading instanceof Reading.Broken ? Ending.NOT_RESP : recording.ending();
        return new Answer(reading, recording.receivedFrom(judged), ending, System.nanoTime());
    }

    /** All bytes, which are judged from now on. */
    byte[] takeAll() {
        var bytes = recording.receivedFrom(judged);
        judged += bytes.length;
        return bytes;
    }
}
