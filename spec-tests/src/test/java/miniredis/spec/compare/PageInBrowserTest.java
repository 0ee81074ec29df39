package miniredis.spec.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import miniredis.spec.report.ComparedServer;
import miniredis.spec.report.ComparisonPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: opened from disk, filtered, sorted, and left by a link. */
final class PageInBrowserTest {
    private static final String HOSTILE = "<img src=x onerror=window.hurt=1> & 'co'";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static URI page;
    private static ComparedServer weak;

    @BeforeAll
    static void open() throws IOException {
        var chromium = Browser.installed();
        assumeTrue(
                chromium.isPresent(),
                "Chromium is not installed (apt-get install chromium): the page is not tested in a browser.");
        var servers = new ArrayList<>(MadeUpServers.many(4));
        weak = MadeUpServers.one(HOSTILE, 0.4, new Random(5));
        servers.add(weak);
        servers.add(new ComparedServer(
                "absent",
                "./absent {port}",
                4,
                true,
                "'./absent' can't be started",
                List.of(),
                weak.scenarios().stream()
                        .map(scenario -> MadeUpServers.result(
                                MadeUpServers.specification().get(0), "not-run", 0))
                        .limit(1)
                        .toList(),
                "",
                false,
                "",
                List.of()));
        var file = folder.resolve("index.html");
        ComparisonPage.write(file, servers);
        page = file.toUri();
        browser = Browser.start(chromium.get());
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void fresh() {
        browser.size(1280, 900, false);
        at("");
    }

    @Test
    void drawsEveryVerdictOfEveryServer() {
        int scenarios = MadeUpServers.specification().size();
        assertThat(browser.number("document.querySelectorAll('#view-matrix tr[data-number]').length"))
                .isEqualTo(scenarios);
        assertThat(browser.number("document.querySelectorAll('#view-matrix td a').length"))
                .isEqualTo(scenarios * 5 + 1);
        assertThat(browser.number("document.querySelectorAll('#view-matrix td.F').length"))
                .isGreaterThanOrEqualTo((int) weak.count("failed"));
    }

    @Test
    void onlyFailuresLeavesTheRowsThatSomeServerFails() {
        choose("show", "failures");
        browser.await("visibleRows().length < " + MadeUpServers.specification().size());
        assertThat(browser.number("visibleRows().filter(row => !row.querySelector('td.F')).length"))
                .isZero();
    }

    @Test
    void findsByIdAndStepAndLevel() {
        choose("text", "incr-0");
        browser.await("visibleRows().every(row => row.textContent.includes('INCR-0'))");
        choose("level", "exact");
        browser.await("visibleRows().every(row => row.querySelector('.exact-tag'))");
        choose("text", "no scenario has these words");
        browser.await("document.querySelector('#view-matrix .empty')");
    }

    @Test
    void sortsServersByWhatTheyPass() {
        choose("sort", "worst");
        browser.await("document.querySelector('#view-matrix thead th:nth-child(2)').textContent.includes('absent')");
    }

    @Test
    void aLinkLeadsStraightToACell() {
        var failed = weak.scenarios().stream()
                .filter(scenario -> scenario.status().equals("failed"))
                .findFirst()
                .orElseThrow();
        at("#" + failed.id() + "@"
                + browser.text("encodeURIComponent(" + new com.google.gson.Gson().toJson(HOSTILE) + ")")
                        .replace("'", "%27"));
        browser.await("document.getElementById('panel').open");
        assertThat(browser.text("document.getElementById('panel').textContent"))
                .contains(HOSTILE, failed.title(), failed.rule(), "the reader stops at the first CRLF", "Transcript");
        assertThat(browser.text("document.querySelector('#panel dd:nth-of-type(3) mark').textContent"))
                .isEqualTo("3");
        assertThat(browser.evaluate("window.hurt === undefined").getAsBoolean()).isTrue();
    }

    @Test
    void aScenarioCanBeReadInTheSpecification() {
        at("#INCR-01");
        browser.await("document.querySelector('[id=\"example-INCR-01\"]').open");
        assertThat(browser.text("document.querySelector('[id=\"example-INCR-01\"] .steps').textContent"))
                .contains("When ");
        assertThat(browser.number("document.querySelectorAll('.toc a').length")).isPositive();
    }

    @Test
    void theKeyboardMovesFromCellToCellAndOpensOne() {
        browser.evaluate("document.querySelector('#view-matrix td a[tabindex=\"0\"]').focus()");
        var first = browser.text("document.activeElement.hash");
        browser.press("ArrowDown");
        browser.press("ArrowRight");
        var later = browser.text("document.activeElement.hash");
        assertThat(later).isNotEqualTo(first).contains("TCP-02@");
        browser.press("Enter");
        browser.await("document.getElementById('panel').open");
        browser.press("Escape");
        browser.await("!document.getElementById('panel').open");
        assertThat(browser.text("document.activeElement.hash")).isEqualTo(later);
    }

    @Test
    void aPhoneScrollsTheTableAndNotThePage() {
        browser.size(390, 800, true);
        assertThat(browser.number("document.documentElement.scrollWidth")).isEqualTo(390);
        at("#INCR-01");
        browser.await("document.querySelector('[id=\"example-INCR-01\"]').open");
        assertThat(browser.number("Math.round(document.querySelector('.top').getBoundingClientRect().top)"))
                .isZero();
    }

    @Test
    void theBrowserHasNothingToComplainAbout() {
        assertThat(browser.text("window.trouble.join()")).isEmpty();
    }

    private static void at(String place) {
        browser.open(URI.create(page + place));
        browser.evaluate(
                "window.trouble = []; addEventListener('error', event => trouble.push(event.message));"
                        + "window.visibleRows = () => [...document.querySelectorAll('#view-matrix tr[data-number]')].filter(row => row.checkVisibility());");
        browser.await("!document.querySelector('[aria-busy]')");
    }

    private static void choose(String field, String value) {
        browser.evaluate("(() => { const field = document.getElementById('filters').elements['%s']; field.value = '%s';"
                        .formatted(field, value)
                + "field.dispatchEvent(new Event('input', {bubbles: true})); })()");
    }
}
