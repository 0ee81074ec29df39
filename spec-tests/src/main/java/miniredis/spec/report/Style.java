package miniredis.spec.report;

/**
 * Whether and how output is coloured: only on a terminal, and never when NO_COLOR is set (https://no-color.org).
 *
 * @param isTerminal whether a line can be rewritten
 */
public record Style(boolean isTerminal, boolean colours) {
    public static final Style PLAIN = new Style(false, false);

    /** What suits the place where this program's output goes. */
    public static Style ofThisProcess() {
        boolean terminal = hasTerminal() && !"dumb".equals(System.getenv("TERM")) && System.getenv("CI") == null;
        boolean wanted =
                System.getenv("NO_COLOR") == null || System.getenv("NO_COLOR").isEmpty();
        return new Style(terminal, terminal && wanted);
    }

    /** Up to JDK 21 there is a console only where there is a terminal; later ones have to be asked. */
    @SuppressWarnings("SystemConsoleNull") // both are asked
    private static boolean hasTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException beforeJdk22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    public String bold(String text) {
        return coloured("1", text);
    }

    public String green(String text) {
        return coloured("32", text);
    }

    public String red(String text) {
        return coloured("31", text);
    }

    public String yellow(String text) {
        return coloured("33", text);
    }

    private String coloured(String code, String text) {
        return colours ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
