package miniredis.blocking;

/** What this program is called. The manifest of its jar says it, so that the same source can be two modules. */
final class Program {
    static final String NAME = name();

    private Program() {}

    private static String name() {
        String title = Program.class.getPackage().getImplementationTitle();
        return title == null ? "mini-redis" : title;
    }
}
