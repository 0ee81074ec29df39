package miniredis.spec.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.i18n.Messages;
import miniredis.spec.report.ComparisonPage;
import miniredis.spec.report.Results;
import miniredis.spec.report.Results.Evidence;
import miniredis.spec.report.Results.Scenario;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: opened from disk, filtered, sorted, and left by a link. */
final class PageInBrowserTest {
    private static final String HOSTILE = "<img src=x onerror=window.hurt=1> & 'co'";
    private static final String HOSTILE_CAUSE = "\"><img src=x onerror=window.hurt=2> 'cause'";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static URI page;
    private static URI pageOfOne;
    private static Results weak;

    @BeforeAll
    static void open() throws IOException {
        var chromium = Browser.installed();
        assumeTrue(
                chromium.isPresent(),
                "Chromium is not installed (apt-get install chromium): the page is not tested in a browser.");
        var servers = new ArrayList<>(MadeUpServers.many(4));
        weak = MadeUpServers.with(HOSTILE, firstRuleRenamed(MadeUpServers.one(HOSTILE, 0.4, new Random(5))));
        servers.add(weak);
        servers.add(new Results(
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
        ComparisonPage.write(file, servers, Specification.load());
        page = file.toUri();
        var alone = folder.resolve("one.html");
        ComparisonPage.write(alone, List.of(weak), Specification.load());
        pageOfOne = alone.toUri();
        browser = Browser.start(chromium.get());
    }

    /** What the first failure waits for gets a title that would hurt a page that doesn't escape it. */
    private static List<Scenario> firstRuleRenamed(Results server) {
        var title = server.causes().get(0).title();
        var byId =
                MadeUpServers.specification().stream().collect(Collectors.toMap(SpecScenario::id, Function.identity()));
        return server.scenarios().stream()
                .map(scenario -> scenario.cause().equals(title)
                        ? MadeUpServers.failed(
                                requireNonNull(byId.get(scenario.id())), 1, HOSTILE_CAUSE, scenario.evidence())
                        : scenario)
                .toList();
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
        browser.evaluate("location.hash = 'matrix'");
        browser.await("!document.querySelector('#view-matrix[hidden], [aria-busy]')");
    }

    @Test
    void opensWithTheServersTheLeastLeftFirst() {
        at("");
        assertThat(browser.text("document.querySelector('.views [aria-current]').textContent"))
                .isEqualTo("Servers");
        assertThat(
                        browser.text(
                                "[...document.querySelectorAll('.servers-table tbody th a')].map(each => each.textContent).join()"))
                .isEqualTo("learner-001,learner-002," + HOSTILE + ",learner-003,learner-004,absent");
        var row = ".servers-table tbody tr:nth-child(3) ";
        assertThat(browser.text("document.querySelector('" + row + "td').textContent"))
                .startsWith(weak.scenarios().stream()
                                .filter(each -> !each.isExact() && each.is(Status.PASSED))
                                .count() + "/");
        assertThat(browser.text("document.querySelector('" + row + "td:last-child').textContent"))
                .contains(
                        HOSTILE_CAUSE,
                        weak.causes().get(0).first(),
                        "and " + (weak.causes().size() - 1) + " other causes");
        assertThat(browser.text(
                        "document.querySelector('.servers-table tbody tr:last-child td:last-child').textContent"))
                .isEqualTo("not started'./absent' can't be started");
        assertThat(browser.evaluate("window.hurt === undefined").getAsBoolean()).isTrue();
    }

    @Test
    void drawsEveryVerdictOfEveryServer() {
        int scenarios = MadeUpServers.specification().size();
        assertThat(browser.number("document.querySelectorAll('#view-matrix tr[data-number]').length"))
                .isEqualTo(scenarios);
        assertThat(browser.number("document.querySelectorAll('#view-matrix td a').length"))
                .isEqualTo(scenarios * 5 + 1);
        assertThat(browser.number("document.querySelectorAll('#view-matrix td.F').length"))
                .isGreaterThanOrEqualTo((int) weak.count(Status.FAILED));
    }

    @Test
    void onlyFailuresLeavesTheRowsThatSomeServerFails() {
        choose("show", "failures");
        browser.await("visibleRows().length < " + MadeUpServers.specification().size());
        assertThat(browser.number("visibleRows().filter(row => !row.querySelector('td.F')).length"))
                .isZero();
    }

    @Test
    void failuresInOtherPacketsCanBeShownToo() {
        choose("show", "failures");
        browser.await("visibleRows().length < " + MadeUpServers.specification().size());
        assertThat(browser.number("visibleRows().filter(row => !row.querySelector('td.F')).length"))
                .isZero();
        int failures = browser.number("visibleRows().length");
        choose("show", "recut");
        browser.await("visibleRows().length > " + failures);
        assertThat(browser.number("visibleRows().filter(row => !row.querySelector('td:is(.F, .R)')).length"))
                .isZero();
    }

    @Test
    void whatPassedOnlyInItsOwnPacketsHasAMarkAndCountsAsPassed() {
        long recut = recut().count();
        assertThat(browser.number("document.querySelectorAll('#view-matrix td:nth-child(4).R').length"))
                .isEqualTo((int) recut)
                .isPositive();
        assertThat(browser.text("document.querySelector('#view-matrix td.R a').textContent"))
                .isEqualTo("passed, but not when its requests were cut into other packets");
        assertThat(browser.text("document.querySelector('#view-matrix td.R a').title"))
                .isEqualTo("passed, but not when its requests were cut into other packets");
        assertThat(browser.text("getComputedStyle(document.querySelector('#view-matrix td.R a')).backgroundImage"))
                .startsWith("url(")
                .isNotEqualTo(browser.text(
                        "getComputedStyle(document.querySelector('#view-matrix td.P a')).backgroundImage"));
        assertThat(browser.text("document.querySelector('#view-matrix .legend').textContent"))
                .contains("passed, but not when its requests were cut into other packets");
        long plain = weak.scenarios().stream()
                .filter(scenario -> scenario.step() == 2 && !scenario.isExact())
                .count();
        long passed = weak.scenarios().stream()
                .filter(scenario -> scenario.step() == 2 && !scenario.isExact())
                .filter(scenario -> scenario.is(Status.PASSED))
                .count();
        assertThat(browser.text(
                        "document.querySelector('.matrix-step:nth-child(2) thead th:nth-child(4) .tally').textContent"))
                .startsWith(passed + "/" + plain);
    }

    @Test
    void theCellOfOtherPacketsShowsTheirEvidence() {
        at("#" + recut().findFirst().orElseThrow().id() + "@" + hostileInALink());
        browser.await("document.getElementById('panel').open");
        assertThat(browser.text("document.querySelector('#panel .panel-body h3').textContent"))
                .isEqualTo("In other packets");
        assertThat(browser.text("document.querySelector('#panel .other-packets').textContent"))
                .contains("each byte in a separate packet")
                .doesNotContain("all requests in one packet");
        assertThat(evidence("cause")).contains(MadeUpServers.FRAMING_CAUSE);
        assertThat(evidence("received")).contains("$3\\r\\none", "The marked byte, number 2,");
    }

    @Test
    void evidenceNamesTheCauseAndWhatTheServerThrew() {
        atFailure(failure -> !evidenceOf(failure).thrown().isEmpty());
        assertThat(evidence("thrown")).isEqualTo("IndexError: list index out of range, at parser.py:41");
        atFailure(failure -> failure.cause().equals(HOSTILE_CAUSE));
        assertThat(evidence("cause")).startsWith(HOSTILE_CAUSE);
        assertThat(browser.evaluate("window.hurt === undefined").getAsBoolean()).isTrue();
    }

    @Test
    void aDifferenceBeyondWhatIsShownHasItsNumberAndNoMark() {
        for (int at : List.of(MadeUpServers.SHOWN, MadeUpServers.FAR)) {
            atFailure(failure -> evidenceOf(failure).differsAt() == at);
            assertThat(evidence("received")).endsWith("The first byte that differs is number " + (at + 1) + ".");
            assertThat(browser.number("document.querySelectorAll('#panel mark').length"))
                    .isZero();
        }
    }

    @Test
    void whoPassesOnlyInItsOwnPacketsHasNotPassedEverything() throws IOException {
        var specification = MadeUpServers.specification();
        var good = specification.stream()
                .map(scenario -> MadeUpServers.result(scenario, "passed", 1))
                .toList();
        var nearly = new ArrayList<>(good);
        nearly.set(30, MadeUpServers.onlyInItsOwnPackets(specification.get(30), 1));
        var file = folder.resolve("two.html");
        ComparisonPage.write(
                file,
                List.of(MadeUpServers.with("good", good), MadeUpServers.with("nearly", nearly)),
                Specification.load());
        browser.open(file.toUri());
        assertThat(browser.text("document.getElementById('summary').textContent"))
                .contains("2 servers", "1 passed everything");
    }

    @Test
    void aServersPanelListsItsCausesTheOneToFixFirstFirst() {
        at("#@" + hostileInALink());
        browser.await("document.getElementById('panel').open");
        assertThat(browser.number("document.querySelectorAll('#panel .cause-list li').length"))
                .isEqualTo(weak.causes().size());
        assertThat(browser.number("document.querySelectorAll('#panel .cause-list .first').length"))
                .isEqualTo(1);
        var first = weak.causes().get(0);
        assertThat(browser.text("document.querySelector('#panel .cause-list li:first-child').textContent"))
                .contains("Fix this first", HOSTILE_CAUSE, "wait", first.first());
        browser.evaluate("document.querySelector('#panel .cause-list li:first-child a:last-of-type').click()");
        browser.await("document.querySelector('#panel .where').textContent.includes('" + first.first() + "')");
        assertThat(browser.evaluate("window.hurt === undefined").getAsBoolean()).isTrue();
    }

    @Test
    void choosingACauseOfAServerLeavesTheScenariosThatWaitForIt() {
        choose("level", "exact");
        browser.evaluate("location.hash = '@' + " + hostileEncoded());
        browser.await("document.getElementById('panel').open");
        browser.evaluate("document.querySelector('#panel .cause-list li:first-child [data-cause]').click()");
        browser.await("!document.getElementById('panel').open && !document.querySelector('[aria-busy]')");
        var cause = weak.causes().get(0);
        assertThat(browser.number("visibleRows().length")).isEqualTo(cause.scenarios());
        assertThat(browser.text("document.getElementById('filters').elements.server.value"))
                .isEqualTo(HOSTILE);
        assertThat(browser.number("visibleRows().filter(row => !row.querySelector('td.F')).length"))
                .isZero();
    }

    @Test
    void whatMostServersShareComesFirst() {
        at("#causes");
        var servers = browser.evaluate(
                        "[...document.querySelectorAll('.causes > table tbody summary')].map(each => parseInt(each.textContent))")
                .getAsJsonArray()
                .asList();
        assertThat(servers).extracting(JsonElement::getAsInt).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(browser.text("document.querySelector('.causes > table tbody th').textContent"))
                .isEqualTo(MadeUpServers.FRAMING_CAUSE);
        browser.evaluate("document.querySelector('.causes > table tbody details').open = true");
        browser.await("document.querySelectorAll('.causes > table tbody tr:first-child .chips li').length === "
                + servers.get(0));
        assertThat(browser.text("document.querySelector('.causes .lonely').textContent"))
                .contains(HOSTILE_CAUSE);
        assertThat(browser.evaluate("window.hurt === undefined").getAsBoolean()).isTrue();
    }

    @Test
    void choosingASharedCauseFramesTheCellsThatWaitForIt() {
        at("#causes");
        browser.evaluate("document.querySelector('.causes > table tbody th a').click()");
        browser.await(
                "document.querySelector('#view-matrix:not([hidden]) td.waits') && !document.querySelector('[aria-busy]')");
        assertThat(browser.number("document.querySelectorAll('td:nth-child(4).waits').length"))
                .isEqualTo((int) recut().count());
        assertThat(browser.number("visibleRows().filter(row => !row.querySelector('td.waits')).length"))
                .isZero();
        choose("cause", "");
        browser.await("!document.querySelector('td.waits')");
        assertThat(browser.number("visibleRows().length"))
                .isEqualTo(MadeUpServers.specification().size());
    }

    @Test
    void thePageOfOneServerBeginsWithItsCauses() {
        browser.open(pageOfOne);
        browser.await("!document.querySelector('[aria-busy]')");
        assertThat(
                        browser.text(
                                "[...document.querySelectorAll('.views a')].filter(each => each.checkVisibility()).map(each => each.textContent).join()"))
                .isEqualTo("Matrix,Causes,Specification,Speed");
        assertThat(browser.text("document.querySelector('#view-matrix').firstElementChild.textContent"))
                .contains("What keeps scenarios from passing", "Fix this first", HOSTILE_CAUSE);
        assertThat(browser.number("document.querySelectorAll('#view-matrix .cause-list li').length"))
                .isEqualTo(weak.causes().size());
        assertThat(browser.evaluate("window.hurt === undefined").getAsBoolean()).isTrue();
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
    void sortsServersByWhatIsLeft() {
        choose("sort", "most");
        browser.await("document.querySelector('#view-matrix thead th:nth-child(2)').textContent.includes('absent')");
    }

    @Test
    void aLinkLeadsStraightToACell() {
        var failed = atFailure(failure -> evidenceOf(failure).differsAt() == 1);
        assertThat(browser.text("document.getElementById('panel').textContent"))
                .contains(HOSTILE, failed.title(), failed.rule(), "the reader stops at the first CRLF", "Transcript");
        assertThat(browser.text("[...document.querySelectorAll('#panel mark')].map(mark => mark.textContent).join()"))
                .isEqualTo("8,3");
        assertThat(browser.evaluate("window.hurt === undefined").getAsBoolean()).isTrue();
    }

    @Test
    void aScenarioCanBeReadInTheSpecification() {
        at("#INCR-01");
        browser.await("document.querySelector('[id=\"INCR-01\"]').open");
        assertThat(browser.text("document.querySelector('[id=\"INCR-01\"] .steps').textContent"))
                .contains("When ");
        assertThat(browser.number("document.querySelectorAll('.toc a').length")).isPositive();
    }

    @Test
    void everyPlaceOfTheSpecificationCanBeLinkedTo() {
        for (var place : List.of("step-2", "chapter-3-commands-5-incr", "rule-INCR-01", "NUMBER-01", "NUMBER-01.2")) {
            at("#" + place);
            assertThat(browser.evaluate(
                                    "(() => { const box = document.getElementById('%s').getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.top < innerHeight; })()"
                                            .formatted(place))
                            .getAsBoolean())
                    .as(place)
                    .isTrue();
        }
    }

    @Test
    void theBookIsPrintedWhole() throws IOException {
        var file = folder.resolve("book.html");
        ComparisonPage.writeBook(file, List.of(), Messages.ENGLISH);
        try {
            browser.open(file.toUri());
            browser.call("Emulation.setEmulatedMedia", "{\"media\": \"print\"}");
            var hidden =
                    "[...document.querySelectorAll('.book :is(h2, h3, h4, .lead, .reference, summary, .steps > :not(.same))')]"
                            + ".filter(each => each.getClientRects().length === 0).map(each => each.textContent).slice(0, 3).join()";
            assertThat(browser.text(hidden)).isEmpty();
            assertThat(
                            browser.text(
                                    "[...document.querySelectorAll('.toc ul a')].filter(each => each.getClientRects().length === 0).join()"))
                    .isEmpty();
        } finally {
            browser.call("Emulation.setEmulatedMedia", "{\"media\": \"\"}");
        }
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
        browser.await("document.querySelector('[id=\"INCR-01\"]').open");
        assertThat(browser.number("Math.round(document.querySelector('.top').getBoundingClientRect().top)"))
                .isZero();
    }

    @Test
    void theBrowserHasNothingToComplainAbout() {
        assertThat(browser.text("window.trouble.join()")).isEmpty();
    }

    private static Stream<Scenario> recut() {
        return weak.scenarios().stream().filter(scenario -> scenario.framing().containsValue("failed"));
    }

    private static String hostileEncoded() {
        return "encodeURIComponent(" + new Gson().toJson(HOSTILE) + ")";
    }

    private static String hostileInALink() {
        return browser.text(hostileEncoded()).replace("'", "%27");
    }

    /** Opens the cell of the first failure that is like that. */
    private static Evidence evidenceOf(Scenario failure) {
        return requireNonNull(failure.evidence(), failure.id());
    }

    private static Scenario atFailure(Predicate<Scenario> wanted) {
        var failure = weak.scenarios().stream()
                .filter(scenario -> scenario.is(Status.FAILED))
                .filter(wanted)
                .findFirst()
                .orElseThrow();
        at("#" + failure.id() + "@" + hostileInALink());
        browser.await("document.getElementById('panel').open");
        return failure;
    }

    /** What the panel says beside a word such as {@code received}. */
    private static String evidence(String word) {
        return browser.text("[...document.querySelectorAll('#panel .bytes dt')].find(each => each.textContent === '%s')"
                        .formatted(word)
                + ".nextElementSibling.textContent");
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
