// The specification as a book: parts, chapters, rules and their examples, with the verdicts beside them.
const book = document.getElementById('view-specification');
let bookDrawn = false;

function drawBook() {
  if (!bookDrawn) {
    bookDrawn = true;
    book.innerHTML = `<div class="book"><nav class="toc" aria-label="Table of contents">${tocHtml()}</nav><div class="chapters">${data.features.map(chapterHtml).join('')}</div></div>`;
    book.addEventListener('toggle', event => fillExample(event.target), true);
    followReader();
  }
  const wanted = scenarioFilter(visibleServers());
  let shown = 0;
  book.querySelectorAll('.chapter').forEach(chapter => {
    chapter.querySelectorAll('.rule').forEach(rule => {
      rule.querySelectorAll('li[data-number]').forEach(item => { item.hidden = !wanted(scenarios[item.dataset.number]); });
      rule.hidden = !rule.querySelector('li:not([hidden])');
    });
    chapter.hidden = !chapter.querySelector('.rule:not([hidden])');
    shown += chapter.hidden ? 0 : 1;
    book.querySelector(`.toc a[data-chapter="${chapter.dataset.chapter}"]`).parentElement.hidden = chapter.hidden;
  });
  book.querySelector('.chapters > .empty')?.remove();
  if (shown === 0) {
    book.querySelector('.chapters').insertAdjacentHTML('afterbegin', '<p class="empty">No scenario is like that.</p>');
  }
}

function tocHtml() {
  return steps.map(step => `<h2>${step} ${escape(data.stepTitles[step])}</h2><ol>` +
    data.features.filter(feature => feature.step === step).map(feature => {
      const flawed = feature.scenarios.filter(scenario => ['F', 'I'].includes(overall(scenario))).length;
      return `<li><a href="#${feature.anchor}" data-chapter="${feature.anchor}"><span>${escape(feature.title)}</span>${flawed ? `<span class="missing" title="scenarios that not every server passes">${flawed}<span class="unseen"> not passed by all</span></span>` : ''}</a></li>`;
    }).join('') + '</ol>').join('');
}

function chapterHtml(feature) {
  return `<article class="chapter" data-chapter="${feature.anchor}" id="chapter-${feature.anchor}">
    <p class="part">Step ${feature.step}, ${escape(data.stepTitles[feature.step])}</p>
    <h2 tabindex="-1">${escape(feature.title)}</h2>
    <p class="lead">${proseHtml(feature.description)}</p>
    ${feature.rules.map(ruleHtml).join('')}</article>`;
}

function ruleHtml(rule) {
  return `<section class="rule"><h3>${escape(rule.title)}</h3>${referenceHtml(rule.reference)}
    ${rule.explanation ? `<p class="explanation">${proseHtml(rule.explanation)}</p>` : ''}
    <ul class="examples">${rule.scenarios.map(exampleHtml).join('')}</ul></section>`;
}

function exampleHtml(scenario) {
  return `<li data-number="${scenario.number}"><details id="example-${scenario.id}"><summary>${data.servers.length === 1 ? iconHtml(overall(scenario)) : ''}<span class="id">${scenario.id}</span><span class="title">${escape(scenario.title)}</span>${exactTag(scenario)}${barOf(scenario)}${shareHtml(scenario)}</summary></details></li>`;
}

function barOf(scenario) {
  const { passed, all } = share(scenario);
  return data.servers.length === 1 || all === 0 ? '' : barHtml(passed, all);
}

/** An example is written out when it is first opened. */
function fillExample(details) {
  if (details.open && !details.querySelector('.inside')) {
    const scenario = scenarioById.get(details.id.slice('example-'.length));
    details.insertAdjacentHTML('beforeend', `<div class="inside">${stepsHtml(scenario.text)}${chipsHtml(scenario)}</div>`);
  }
}

function showExample(scenario) {
  const details = document.getElementById('example-' + scenario.id);
  const item = details.parentElement;
  item.hidden = false;
  item.closest('.rule').hidden = false;
  item.closest('.chapter').hidden = false;
  details.open = true;
  fillExample(details);
  book.querySelectorAll('.flagged').forEach(flagged => flagged.classList.remove('flagged'));
  item.classList.add('flagged');
  details.scrollIntoView({ block: 'center', behavior: 'instant' });
  details.querySelector('summary').focus({ preventScroll: true });
}

function showChapter(feature) {
  const chapter = document.getElementById('chapter-' + feature.anchor);
  chapter.hidden = false;
  chapter.scrollIntoView({ block: 'start', behavior: 'instant' });
  chapter.querySelector('h2').focus({ preventScroll: true });
}

/** The table of contents shows where the reader is. */
function followReader() {
  const watch = new IntersectionObserver(entries => {
    const here = entries.filter(entry => entry.isIntersecting).map(entry => entry.target.dataset.chapter)[0];
    if (here) {
      book.querySelectorAll('.toc [aria-current]').forEach(link => link.removeAttribute('aria-current'));
      const link = book.querySelector(`.toc a[data-chapter="${here}"]`);
      link.setAttribute('aria-current', 'true');
    }
  }, { root: book, rootMargin: '-10% 0px -80% 0px' });
  book.querySelectorAll('.chapter').forEach(chapter => watch.observe(chapter));
}
