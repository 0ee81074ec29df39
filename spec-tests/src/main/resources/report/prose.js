// The specification as the page has it, with the verdicts beside the examples.
const book = document.getElementById('view-specification');
let bookDrawn = false;

function drawBook() {
  if (!bookDrawn) {
    bookDrawn = true;
    scenarios.forEach(scenario => scenario.element.querySelector('summary').insertAdjacentHTML('beforeend', barOf(scenario) + shareHtml(scenario)));
    features.forEach(countFlawed);
    book.addEventListener('toggle', event => addChips(event.target), true);
    followReader();
  }
  const wanted = scenarioFilter(visibleServers());
  scenarios.forEach(scenario => { scenario.element.hidden = !wanted(scenario); });
  hideEmpty('.rule', '.example');
  hideEmpty('.chapter', '.rule');
  hideEmpty('.part', '.chapter');
  features.forEach(feature => { linkTo(feature.anchor).parentElement.hidden = document.getElementById(feature.anchor).hidden; });
  book.querySelector('.chapters > .empty')?.remove();
  if (!book.querySelector('.part:not([hidden])')) {
    book.querySelector('.chapters').insertAdjacentHTML('afterbegin', `<p class="empty">${t`No scenario is like that.`}</p>`);
  }
}

function hideEmpty(selector, content) {
  book.querySelectorAll(selector).forEach(each => { each.hidden = !each.querySelector(content + ':not([hidden])'); });
}

const linkTo = anchor => book.querySelector(`.toc a[href="#${anchor}"]`);

/** In the contents: how many scenarios of a chapter not every server passes. */
function countFlawed(feature) {
  const flawed = feature.scenarios.filter(scenario => ['F', 'I'].includes(overall(scenario))).length;
  if (flawed) {
    linkTo(feature.anchor).insertAdjacentHTML('beforeend',
      `<span class="missing" title="${t`scenarios that not every server passes`}">${flawed}<span class="unseen"> ${t`not passed by all`}</span></span>`);
  }
}

function barOf(scenario) {
  const { passed, all } = share(scenario);
  return data.servers.length === 1 || all === 0 ? '' : barHtml(passed, all);
}

/** What became of an example on each server is added when it is first opened. */
function addChips(details) {
  if (details.open && !details.querySelector('.chips')) {
    details.insertAdjacentHTML('beforeend', chipsHtml(scenarioById.get(details.id)));
  }
}

/** Leads to a part, a chapter, a rule or an example, whatever the filters hide. */
function reveal(place) {
  for (let each = place; each !== book; each = each.parentElement) {
    each.hidden = false;
  }
  book.querySelectorAll('.flagged').forEach(flagged => flagged.classList.remove('flagged'));
  if (place.matches('.example')) {
    place.open = true;
    place.classList.add('flagged');
  }
  place.scrollIntoView({ block: 'start', behavior: 'instant' });
  place.querySelector('summary, h3')?.focus({ preventScroll: true });
}

/** The table of contents shows where the reader is. */
function followReader() {
  const watch = new IntersectionObserver(entries => {
    const here = entries.filter(entry => entry.isIntersecting).map(entry => entry.target.id)[0];
    if (here) {
      book.querySelectorAll('.toc [aria-current]').forEach(link => link.removeAttribute('aria-current'));
      linkTo(here).setAttribute('aria-current', 'true');
    }
  }, { root: book, rootMargin: '-10% 0px -80% 0px' });
  book.querySelectorAll('.chapter').forEach(chapter => watch.observe(chapter));
}
