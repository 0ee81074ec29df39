'use strict';
// Standings are shown as text only: names and titles come from other machines.
const grid = document.getElementById('grid');
const order = document.getElementById('order');
const live = document.getElementById('live');
let standings = [];
let lastSeen = new Map();

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

const sum = (parts, field) => parts.reduce((total, part) => total + part[field], 0);
const passed = (standing) => sum(standing.parts, 'passed');
const keyOf = (part) => part.step + ' ' + part.title;

/** All parts that any server has run, in the order in which runs name them. */
function columns() {
  const found = new Map();
  for (const standing of standings) for (const part of standing.parts) if (!found.has(keyOf(part))) found.set(keyOf(part), part);
  return [...found.values()].sort((a, b) => a.step - b.step);
}

function inOrder() {
  const sorted = [...standings];
  if (order.value !== 'name') sorted.sort((a, b) => (passed(b) - passed(a)) * (order.value === 'far' ? 1 : -1));
  return sorted;
}

function head(parts) {
  const thead = element('thead');
  const steps = thead.appendChild(element('tr', undefined, 'step'));
  const titles = thead.appendChild(element('tr', undefined, 'parts'));
  for (const [text, className] of [['Name', 'who'], ['Passed', 'total']]) {
    const cell = steps.appendChild(element('th', text, className));
    cell.rowSpan = 2;
    cell.scope = 'col';
  }
  for (let at = 0; at < parts.length;) {
    let end = at;
    while (end < parts.length && parts[end].step === parts[at].step) end++;
    const step = steps.appendChild(element('th', 'Step ' + parts[at].step));
    step.colSpan = end - at;
    at = end;
  }
  for (const part of parts) {
    const cell = titles.appendChild(element('th'));
    cell.scope = 'col';
    cell.title = part.title;
    cell.append(element('span', part.title));
  }
  const first = steps.appendChild(element('th', 'To fix first', 'first'));
  first.rowSpan = 2;
  return thead;
}

function cellOf(part) {
  if (!part) return element('td', '·', 'part not');
  const done = part.passed === part.of;
  const cell = element('td', done ? '✓' : String(part.passed), 'part ' + (done ? 'all' : part.passed ? 'some' : 'none'));
  cell.style.setProperty('--share', Math.round(100 * part.passed / part.of) + '%');
  cell.title = part.title + ': ' + part.passed + ' of ' + part.of;
  return cell;
}

function row(standing, parts) {
  const line = element('tr', undefined, lastSeen.has(standing.name) && lastSeen.get(standing.name) === standing.at ? '' : 'new');
  const own = new Map(standing.parts.map((part) => [keyOf(part), part]));
  const who = line.appendChild(element('th', standing.name, 'who'));
  who.scope = 'row';
  who.title = standing.name + ', ' + new Date(standing.at).toLocaleTimeString();
  line.append(element('td', passed(standing) + '/' + sum(standing.parts, 'of'), 'total'));
  for (const part of parts) line.append(cellOf(own.get(keyOf(part))));
  const first = line.appendChild(element('td', undefined, 'first'));
  if (standing.first) {
    first.append(element('b', standing.first.id), ' ' + standing.first.title);
    first.title = standing.first.title;
  } else {
    first.textContent = 'everything passes';
  }
  return line;
}

function showShared() {
  const groups = new Map();
  for (const standing of standings) {
    if (!standing.first) continue;
    const key = standing.first.id + ' ' + standing.first.title;
    if (!groups.has(key)) groups.set(key, { first: standing.first, names: [] });
    groups.get(key).names.push(standing.name);
  }
  const shared = document.getElementById('shared');
  shared.replaceChildren(element('h2', 'To fix first, shared by most'));
  const list = shared.appendChild(element('ol'));
  for (const group of [...groups.values()].sort((a, b) => b.names.length - a.names.length).slice(0, 12)) {
    const item = list.appendChild(element('li'));
    item.append(element('strong', group.names.length + ' × '), element('span', group.first.id, 'id'), element('p', group.first.title));
    item.append(element('p', group.names.slice(0, 8).join(', ') + (group.names.length > 8 ? ' and ' + (group.names.length - 8) + ' more' : ''), 'names'));
  }
}

function show() {
  if (standings.length === 0) return;
  const parts = columns();
  const table = element('table');
  table.append(head(parts));
  const body = table.appendChild(element('tbody'));
  for (const standing of inOrder()) body.append(row(standing, parts));
  const { scrollLeft, scrollTop } = grid;
  grid.replaceChildren(table);
  grid.scrollTo(scrollLeft, scrollTop);
  lastSeen = new Map(standings.map((standing) => [standing.name, standing.at]));
  showShared();
  const done = standings.filter((standing) => !standing.first).length;
  document.getElementById('summary').textContent =
    standings.length + (standings.length === 1 ? ' server, ' : ' servers, ') + done + ' with nothing left to fix in what they run';
}

async function load() {
  const answer = await fetch('state', { cache: 'no-store' });
  if (answer.ok) {
    standings = await answer.json();
    show();
  }
}

function listen() {
  const events = new EventSource('events');
  events.onmessage = () => load().then(() => { live.textContent = 'live'; live.className = ''; });
  events.onerror = () => { live.textContent = 'connection lost, trying again ...'; live.className = 'lost'; };
}

order.addEventListener('change', show);
load().then(listen);
