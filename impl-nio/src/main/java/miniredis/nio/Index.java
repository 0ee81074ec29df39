package miniredis.nio;

import java.util.Arrays;

/**
 * Finds entries by their keys, with extendible hashing: the upper bits of a key's hash choose a page through a
 * directory, the lower ones a slot in it.
 *
 * <p>Growing never takes long, because it happens a page at a time: a full page of some 800 keys is split in two, in a
 * few microseconds, and the rest of the index is not touched. Only the directory doubles as a whole now and then, and
 * it is small: 64 KiB for ten million keys. Shrinking is the same backwards: two nearly empty neighbours become one.
 */
final class Index {
    /** Two neighbours with fewer keys than this together become one page; far below FULL, so as not to flutter. */
    private static final int SPARSE = Page.FULL / 4;

    private static final int HASH_BITS = 32;
    private static final int MAX_DEPTH = 24;

    private final Blocks pages;
    private final Page page; // the one that was looked at last
    private final Page other; // for looks that replace() and remove() are not about
    private final long[] splitting = new long[Page.SLOTS];
    private int[] directory = new int[1];
    private int depth; // how many bits of the hash choose a page
    private int slot; // of the entry that was found last
    private int hash; // of the key that was looked for last
    private int size;

    Index(Segments segments) {
        this.pages = new Blocks(segments, Page.SIZE);
        this.page = new Page(segments);
        this.other = new Page(segments);
        directory[0] = pages.take();
        page.open(directory[0]).clear(0);
    }

    /** How many entries there are. */
    int size() {
        return size;
    }

    /** The page for keys with this hash. */
    int pageFor(int hash) {
        return directory[place(hash)];
    }

    /** Reads where a search for this hash begins. */
    long glance(int hash) {
        return other.open(directory[place(hash)]).home(hash);
    }

    /** An entry with this hash, probably the one of the key, or {@link Segments#NOWHERE}. */
    int guess(int hash) {
        int found = other.open(directory[place(hash)]).find(hash);
        return found == Page.NO_SLOT ? Segments.NOWHERE : Page.entry(other.get(found));
    }

    /** The entry of the key, or {@link Segments#NOWHERE}; {@link #replace} and {@link #remove} are then about it. */
    int find(Key key, Entries entries) {
        hash = key.hash();
        page.open(directory[place(hash)]);
        slot = page.find(hash);
        while (slot != Page.NO_SLOT) {
            int entry = Page.entry(page.get(slot));
            if (entries.hasKey(entry, key)) {
                return entry;
            }
            slot = page.findAfter(slot, hash);
        }
        return Segments.NOWHERE;
    }

    /** Finds the entry whose reference is known already. */
    void find(int hash, int entry) {
        this.hash = hash;
        page.open(directory[place(hash)]);
        slot = page.find(hash);
        while (Page.entry(page.get(slot)) != entry) {
            slot = page.findAfter(slot, hash);
        }
    }

    /** The entry found last has moved. */
    void replace(int entry) {
        page.replace(slot, entry);
    }

    /** The entry found last is gone. */
    void remove() {
        page.remove(slot);
        removed(page, hash, 1);
    }

    /** The entry found last expires then. */
    void expires(long millis) {
        if (millis < page.earliest()) {
            page.setEarliest(millis);
        }
    }

    /** Splits the page for this hash if one more key would be too many; @throws CommandError when memory is full. */
    void makeRoom(int hash) {
        while (page.open(directory[place(hash)]).count() >= Page.FULL) {
            split(hash);
        }
    }

    /** Adds an entry, after {@link #makeRoom}. */
    void add(int hash, int entry) {
        page.open(directory[place(hash)]).add(hash, entry);
        size++;
    }

    /** Entries have been taken out of the page for this hash: joins it with its neighbour if both are nearly empty. */
    void removed(Page shrunk, int hash, int count) {
        size -= count;
        while (shrunk.depth() > 0 && shrunk.count() < SPARSE && join(shrunk, hash)) {
            // perhaps the neighbour of the two is nearly empty as well
        }
    }

    private int place(int hash) {
        return (int) ((hash & 0xFFFF_FFFFL) >>> (HASH_BITS - depth));
    }

    /** Moves half of a page's keys, those whose next bit of the hash is 1, to a new page. */
    private void split(int hash) {
        if (page.depth() == MAX_DEPTH) {
            throw CommandError.OUT_OF_MEMORY; // 2^24 pages are more than the references reach
        }
        int fresh = pages.take();
        if (page.depth() == depth) {
            doubleDirectory();
        }
        int pageDepth = page.depth() + 1;
        long earliest = page.earliest();
        for (int i = 0; i < Page.SLOTS; i++) {
            splitting[i] = page.get(i);
        }
        page.clear(pageDepth);
        page.setEarliest(earliest);
        other.open(fresh).clear(pageDepth);
        other.setEarliest(earliest);
        for (long each : splitting) {
            if (each != Page.EMPTY) {
                boolean upper = (Page.hash(each) >>> (HASH_BITS - pageDepth) & 1) == 1;
                (upper ? other : page).add(Page.hash(each), Page.entry(each));
            }
        }
        int share = 1 << (depth - pageDepth); // the places in the directory that lead to either half
        int first = place(hash) & -(2 * share);
        Arrays.fill(directory, first + share, first + 2 * share, fresh);
    }

    private void doubleDirectory() {
        var doubled = new int[directory.length * 2];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = directory[i / 2];
        }
        directory = doubled;
        depth++;
    }

    /** Takes over the neighbour's keys, unless the two have too many. */
    private boolean join(Page shrunk, int hash) {
        int share = 1 << (depth - shrunk.depth());
        int first = place(hash) & -share;
        int neighbour = directory[first ^ share]; // the places of the two differ in the last bit the page's keys share
        other.open(neighbour);
        if (other.depth() != shrunk.depth() || other.count() + shrunk.count() >= SPARSE) {
            return false;
        }
        for (int i = 0; i < Page.SLOTS; i++) {
            long each = other.get(i);
            if (each != Page.EMPTY) {
                shrunk.add(Page.hash(each), Page.entry(each));
            }
        }
        shrunk.setEarliest(Math.min(shrunk.earliest(), other.earliest()));
        shrunk.setDepth(shrunk.depth() - 1);
        first &= -(2 * share);
        Arrays.fill(directory, first, first + 2 * share, shrunk.reference());
        pages.give(neighbour);
        return true;
    }
}
