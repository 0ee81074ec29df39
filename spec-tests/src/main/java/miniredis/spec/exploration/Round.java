package miniredis.spec.exploration;

import java.util.List;

/**
 * What clients send at the same instant, each in one packet.
 *
 * @param bursts the requests of each client, none for those that have nothing to send
 * @param endsOf the round after which it is to be sent; -1 for none
 * @param later how many milliseconds after the answers to that round
 */
public record Round(List<List<List<String>>> bursts, int endsOf, int later) {
    static Round of(List<List<List<String>>> bursts) {
        return new Round(bursts, -1, 0);
    }
}
