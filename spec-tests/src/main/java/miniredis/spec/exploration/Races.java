package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plans for clients that get in each other's way: bursts at the same instant, on new keys, on keys that are overwritten with
 * values of other sizes, or on keys that expire just then.
 */
final class Races {
    /** How many rounds of a kind. */
    private static final int SIZE = 40;

    private static final int KEYS_OF_A_ROUND = 100;
    private static final int LIFETIME = 1000;

    /** Clients that go through the same keys in exactly the same order would never overtake each other. */
    private static final int DISORDER = 3;

    private static final List<Integer> SIZES = List.of(30_000, 30_000, 30_000, 100, 60_000, 3000);

    /** Keys have expired by then, and a server may be about to remove them. */
    private static final int JUST_OVER = 2;

    /** A server that removes expired keys does so at some time within so many milliseconds. */
    private static final int SPREAD = 20;

    /** By then a server that removes expired keys from time to time has done so. */
    private static final int LONG_OVER = 300;

    private final List<Round> rounds = new ArrayList<>();
    private final String own;
    private final Random random = new Random(1);
    private int keys;

    private Races(String own) {
        this.own = own;
    }

    /**
     * Bursts for a plan.
     *
     * @param own the beginning of the keys
     */
    static List<Round> of(RacePlan plan, String own) {
        var races = new Races(own);
        switch (plan) {
            case COUNT -> races.repeat(2 * SIZE, round -> races.count());
            case OVERWRITE -> races.repeat(SIZE, races::overwrite);
            case LIMIT_LIFETIMES -> races.repeat(SIZE, round -> races.expireWhileSet());
            case USE_ENDED_KEYS -> races.useEndedKeys();
        }
        return races.rounds;
    }

    private void repeat(int times, IntConsumer round) {
        IntStream.range(0, times).forEach(round);
    }

    private void useEndedKeys() {
        var ending = new ArrayList<List<String>>();
        repeat(SIZE, i -> ending.add(freshKeys()));
        ending.forEach(this::giveLifetime);
        repeat(SIZE, i -> useAtTheEnd(ending.get(i), i));
        repeat(
                SIZE,
                i -> rounds.add(new Round(
                        List.of(each(ending.get(i), key -> List.of("GET", key))), i, LIFETIME + LONG_OVER)));
    }

    private List<String> freshKeys() {
        return IntStream.range(0, KEYS_OF_A_ROUND).mapToObj(i -> own + keys++).toList();
    }

    private static List<List<String>> each(List<String> keys, Function<String, List<String>> request) {
        return keys.stream().map(request).toList();
    }

    private void add(List<List<List<String>>> bursts) {
        rounds.add(Round.of(bursts));
    }

    /** First uses: only one client can get 1. */
    private void count() {
        var fresh = freshKeys();
        add(IntStream.range(0, RacePlan.CLIENTS)
                .mapToObj(client -> each(mixed(fresh), key -> List.of("INCR", key)))
                .toList());
    }

    /** One client stores values of several sizes, each of one letter, the others read. */
    private void overwrite(int round) {
        var key = own + keys++;
        var sets = IntStream.range(0, 8)
                .mapToObj(i -> List.of(
                        "SET", key, Character.toString('a' + i).repeat(SIZES.get((round + i / 3) % SIZES.size()))))
                .toList();
        var gets = IntStream.range(0, 8).mapToObj(i -> List.of("GET", key)).toList();
        add(List.of(sets.subList(0, 1)));
        add(List.of(sets, gets, gets));
    }

    /** EXPIRE changes nothing about a value that is set meanwhile. Two pairs of clients, each pair with its own few keys. */
    private void expireWhileSet() {
        var bursts = new ArrayList<List<List<String>>>();
        for (int pair = 0; pair < RacePlan.CLIENTS / 2; pair++) {
            var fresh = freshKeys().subList(0, 3);
            var sets = new ArrayList<List<String>>();
            var expires = new ArrayList<List<String>>();
            for (int i = 0; i < 60; i++) {
                var key = fresh.get(i % 3);
                sets.add(List.of("SET", key, "v" + i));
                sets.add(List.of("GET", key));
                expires.add(List.of("EXPIRE", key, "100"));
                expires.add(List.of("EXPIRE", fresh.get(random.nextInt(3)), "100"));
            }
            bursts.add(sets);
            bursts.add(expires);
        }
        add(bursts);
    }

    private List<String> mixed(List<String> inOrder) {
        var places = new HashMap<String, Integer>();
        inOrder.forEach(key -> places.put(key, places.size() + random.nextInt(DISORDER)));
        return inOrder.stream().sorted(Comparator.comparing(places::get)).toList();
    }

    private void giveLifetime(List<String> ending) {
        add(List.of(ending.stream()
                .flatMap(key -> Stream.of(List.of("SET", key, "old"), List.of("EXPIRE", key, "1")))
                .toList()));
    }

    /** Some read a key that has just expired, another sets it again: that value stays. */
    private void useAtTheEnd(List<String> ending, int round) {
        var gets = each(mixed(ending), key -> List.of("GET", key));
        var sets = mixed(ending).stream()
                .flatMap(key -> Stream.of(List.of("SET", key, "new"), List.of("GET", key)))
                .toList();
        rounds.add(new Round(
                List.of(gets, sets, each(mixed(ending), key -> List.of("GET", key))),
                round,
                LIFETIME + JUST_OVER + round % SPREAD));
    }
}
