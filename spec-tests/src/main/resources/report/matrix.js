// The matrix: a table for each step, scenarios down, servers across. All tables share one scroller. The first is drawn
// immediately, the others as soon as the browser has time; what is out of sight costs no layout (content-visibility).
const matrix = document.getElementById('view-matrix');
let matrixServers = [];
let matrixRound = 0;

function drawMatrix() {
  matrixServers = visibleServers();
  const density = matrixServers.length <= 8 ? 'wide' : matrixServers.length <= 24 ? 'medium tall' : 'dense tall';
  matrix.className = density;
  matrix.style.setProperty('--servers', matrixServers.length);
  matrix.innerHTML = data.servers.length === 1 ? firstCausesHtml(data.servers[0]) : '';
  const round = ++matrixRound;
  const waiting = steps.filter(step => played.some(scenario => scenario.step === step));
  const drawNext = () => {
    if (round !== matrixRound) {
      return;
    }
    if (waiting.length > 0) {
      matrix.insertAdjacentHTML('beforeend', stepTable(waiting.shift()));
      filterMatrix();
      setTimeout(drawNext);
    } else {
      matrix.insertAdjacentHTML('beforeend', legendHtml());
      matrix.removeAttribute('aria-busy');
    }
  };
  matrix.setAttribute('aria-busy', 'true');
  drawNext();
}

/** Hides the rows that are not selected, and everything that becomes empty. */
function filterMatrix() {
  const wanted = scenarioFilter(matrixServers);
  const rows = new Map();
  let shown = 0;
  for (const table of matrix.querySelectorAll('.matrix-step')) {
    let inStep = 0;
    for (const group of table.querySelectorAll('tbody')) {
      let inGroup = 0;
      for (const row of group.querySelectorAll('tr[data-number]')) {
        row.hidden = !wanted(scenarios[row.dataset.number]);
        rows.set(Number(row.dataset.number), row);
        inGroup += row.hidden ? 0 : 1;
      }
      group.hidden = inGroup === 0;
      inStep += inGroup;
    }
    table.hidden = inStep === 0;
    shown += inStep;
  }
  markWaiting(rows);
  matrix.querySelector(':scope > .empty')?.remove();
  if (shown === 0 && !matrix.querySelector('.matrix-step:not([hidden])')) {
    matrix.insertAdjacentHTML('afterbegin', `<p class="empty">${t`No scenario is like that.`}</p>`);
  }
  if (!matrix.querySelector('td a[tabindex="0"]')) {
    matrix.querySelector('td a')?.setAttribute('tabindex', '0');
  }
}

/** Where a cause is chosen, a frame around the cells that wait for it: others in their rows may have failed for another reason. */
function markWaiting(rows) {
  matrix.querySelectorAll('td.waits').forEach(cell => {
    cell.classList.remove('waits');
    cell.removeAttribute('title');
  });
  if (matrixServers.length < 2) {
    return;
  }
  matrixServers.forEach((server, column) => {
    const cause = server.causes.find(each => each.title === form.elements.cause.value);
    for (const number of cause?.waiting ?? []) {
      const cell = rows.get(number)?.cells[column + 1];
      cell?.classList.add('waits');
      cell?.setAttribute('title', t`waits for the chosen cause`);
    }
  });
}

function stepTable(step) {
  const ofStep = played.filter(scenario => scenario.step === step);
  const heads = matrixServers.map(server =>
    `<th scope="col"><a href="${serverLink(server)}" title="${escape(server.name)}"><span class="server-name">${escape(server.name)}</span></a>${tallyHtml(server, ofStep)}</th>`);
  const groups = features.filter(feature => feature.step === step).map(feature => featureRows(feature));
  return `<div class="matrix-step"><table class="matrix">
    <colgroup><col style="width:var(--name)"><col span="${matrixServers.length}" style="width:var(--column)"></colgroup>
    <caption class="unseen">${t`Step ${step}`}, ${escape(data.stepTitles[step])}: ${t`scenarios and servers`}</caption>
    <thead><tr><th scope="col" class="corner"><span class="step-number">${t`Step ${step}`}</span><span class="step-title">${escape(data.stepTitles[step])}</span></th>${heads.join('')}</tr></thead>
    ${groups.join('')}</table></div>`;
}

/** What a server reached in a step, by level; where columns are narrow, only how many are missing. */
function tallyHtml(server, ofStep) {
  if (!server.started) {
    return `<span class="tally">–<span class="unseen"> ${t`not started`}</span></span>`;
  }
  const all = tally(server, ofStep);
  const recut = all.recut ? t`${all.recut} of them not when their requests were cut into other packets` : '';
  if (matrixServers.length > 24) {
    return `<span class="tally" title="${all.passed}/${all.all} ${t`passed`}${recut && ', ' + recut}">${all.missing === 0 ? '<span class="all">${t`all`}</span>' : `<span class="some">−${all.missing}</span>`}</span>`;
  }
  const line = (level, label) => {
    const some = tally(server, ofStep.filter(scenario => scenario.level === level));
    return some.all === 0 ? '' : `${label}<span class="${some.missing === 0 ? 'all' : 'some'}">${some.passed}/${some.all}</span>`;
  };
  const exact = line('exact', matrixServers.length > 8 ? '<span class="unseen">exact </span>' : 'exact ');
  const marked = recut && `<br><span title="${recut}"><i class="icon R" aria-hidden="true"></i> ${all.recut}<span class="unseen"> ${recut.replace(/^\d+ /, '')}</span></span>`;
  return `<span class="tally">${line('plain', '')}${exact && '<br>' + exact}${marked}</span>`;
}

function featureRows(feature) {
  const rows = feature.scenarios.filter(scenario => played.includes(scenario)).map(scenario => {
    const cells = matrixServers.map(server => {
      const letter = server.verdicts[scenario.number];
      const title = letter === 'R' ? ` title="${STATUS.R}"` : '';
      return letter === '.' ? '<td></td>' : `<td class="${letter}"><a href="${cellLink(scenario, server)}" tabindex="-1"${title}>${STATUS[letter]}</a></td>`;
    });
    return `<tr data-number="${scenario.number}"><th scope="row"><span class="row-name"><a href="#${scenario.id}" title="${escape(scenario.title)}"><span class="id">${scenario.id}</span><span class="title">${escape(scenario.title)}</span></a>${exactTag(scenario)}${shareHtml(scenario)}</span></th>${cells.join('')}</tr>`;
  });
  return `<tbody><tr class="feature"><th scope="rowgroup"><a href="#${feature.anchor}">${escape(feature.title)}</a></th><td colspan="${matrixServers.length}"></td></tr>${rows.join('')}</tbody>`;
}

function legendHtml() {
  return `<p class="legend">${Object.entries(STATUS).map(([letter, word]) => `<span>${iconHtml(letter)} ${word}</span>`).join('')}${matrixServers.length > 1 ? `<span class="of-cause"><i class="waits" aria-hidden="true"></i> ${t`waits for the chosen cause`}</span>` : ''}<span>${t`Arrow keys move from cell to cell, Enter opens one.`}</span></p>`;
}

/** One cell can be reached with Tab; from there the arrow keys lead to the others. */
function moveInMatrix(event) {
  const cell = event.target.closest('#view-matrix td');
  if (!cell || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const row = cell.parentElement;
  const rows = () => [...matrix.querySelectorAll('tr[data-number]')].filter(each => each.offsetParent !== null && !each.hidden);
  const next = {
    ArrowRight: () => cell.nextElementSibling,
    ArrowLeft: () => cell.previousElementSibling,
    ArrowDown: () => { const all = rows(); return all[all.indexOf(row) + 1]?.cells[cell.cellIndex]; },
    ArrowUp: () => { const all = rows(); return all[all.indexOf(row) - 1]?.cells[cell.cellIndex]; },
    Home: () => row.cells[1],
    End: () => row.cells[row.cells.length - 1],
  }[event.key]?.();
  const link = next?.querySelector('a');
  if (link) {
    event.preventDefault();
    matrix.querySelector('td a[tabindex="0"]')?.setAttribute('tabindex', '-1');
    link.setAttribute('tabindex', '0');
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
