package miniredis.spec.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import miniredis.spec.watch.Sources.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A save is a reason to run again; what tools and servers write is not. */
class SourcesTest {
    @TempDir
    private Path folder;

    @Test
    void whatAnEditorSavesCountsAtAnyTime() {
        var sources = sources(true);
        var program = file("server.go", "package main");

        assertThat(sources.isSave(program, false, Moment.QUIET)).isTrue();
        for (int i = 0; i < 4; i++) {
            sources.runBegins();
            assertThat(sources.isSave(program, false, Moment.RUNNING))
                    .as("an impatient author")
                    .isTrue();
        }
    }

    @Test
    void whatTheFirstBuildMakesIsItsOwnUntilSomebodySavesIt() {
        var sources = sources(true);
        var made = file("server.js", "compiled");

        assertThat(sources.isSave(made, false, Moment.FIRST_BUILD)).isFalse();
        assertThat(sources.isSave(made, false, Moment.RUNNING)).isFalse();
        assertThat(sources.isSave(made, false, Moment.QUIET)).isTrue();
        assertThat(sources.isSave(made, false, Moment.RUNNING)).isTrue();
    }

    @Test
    void aBinaryIsNoSourceWhereThereIsABuild() {
        var binary = file("server", "\177ELF\0\1");

        assertThat(sources(true).isSave(binary, false, Moment.QUIET)).isFalse();
        assertThat(sources(false).isSave(binary, false, Moment.QUIET))
                .as("built by hand")
                .isTrue();
    }

    @Test
    void whatAServerWritesInEveryRunDoesNotRunItForEver() {
        var sources = sources(false);
        var data = file("keys.json", "{}");

        sources.runBegins();
        assertThat(sources.isSave(data, false, Moment.RUNNING)).isTrue();
        sources.runBegins();
        assertThat(sources.isSave(data, false, Moment.RUNNING)).isFalse();
    }

    @Test
    void whatAppearsDuringARunIsNoSave() {
        assertThat(sources(false).isSave(file("new.dat", ""), true, Moment.RUNNING))
                .isFalse();
    }

    @Test
    void logsDumpsHiddenFilesAndFoldersOfToolsAreNotLookedAt() {
        var sources = sources(false);

        assertThat(Set.of(
                        "server.log", "dump.rdb", "appendonly.aof", ".server.py.swp", "server.py~", "x.pyc", "main.o"))
                .noneMatch(name -> sources.looksAt(folder.resolve(name)));
        assertThat(Set.of("server.py", "main.c", "go.mod", "Makefile", "index.ts"))
                .allMatch(name -> sources.looksAt(folder.resolve(name)));
        assertThat(Set.of(".git", "target", "node_modules", "__pycache__", "report"))
                .noneMatch(name -> sources.looksInto(folder.resolve(name)));
        assertThat(sources.looksInto(folder.resolve("src"))).isTrue();
    }

    private Sources sources(boolean withBuild) {
        return new Sources(folder, Set.of(folder.resolve("report")), withBuild);
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
