// What the page knows: a number for each scenario of the specification, and the servers with a letter for each number.
const data = JSON.parse(document.getElementById('data').textContent);

/** A text of this page in the reader's language; the page is written in English, and has gaps for values. */
const t = (parts, ...values) => {
  const english = parts.reduce((text, part, i) => `${text}{${i - 1}}${part}`);
  return (data.texts[english] ?? english).replace(/\{(\d)\}/g, (gap, i) => values[i]);
};
for (const each of document.querySelectorAll('.views a, .filters span, .filters option')) {
  each.textContent = t([each.textContent]);
}
for (const each of document.querySelectorAll('.filters [placeholder]')) {
  each.placeholder = t([each.placeholder]);
}

const STATUS = {
  P: t`passed`,
  R: t`passed, but not when its requests were cut into other packets`,
  F: t`failed`,
  I: t`inconclusive`,
  N: t`not run`,
};
const hasPassed = letter => letter === 'P' || letter === 'R';

// Titles and texts of scenarios are in the page already, as the specification; here they get their numbers.
const scenarios = [];
const features = [...document.querySelectorAll('.chapter')].map(chapter => {
  const text = (element, selector) => element.querySelector(selector).textContent;
  const feature = { anchor: chapter.id, title: text(chapter, 'h3'), step: Number(chapter.parentElement.id.slice('step-'.length)), scenarios: [] };
  for (const element of chapter.querySelectorAll('.example')) {
    const { id } = element;
    const title = text(element, '.title');
    const words = [id, title, text(element.closest('.rule'), 'h4'), feature.title, text(element, '.steps')].join('\n').toLowerCase();
    const level = element.querySelector('.exact-tag') ? 'exact' : 'plain';
    feature.scenarios.push({ id, title, level, words, element, step: feature.step, number: scenarios.length });
    scenarios.push(feature.scenarios.at(-1));
  }
  return feature;
});
const scenarioById = new Map(scenarios.map(scenario => [scenario.id, scenario]));

data.servers.forEach((server, number) => {
  server.number = number;
  server.key = encodeURIComponent(server.name);
});
const serverByName = new Map(data.servers.map(server => [server.name, server]));

const steps = [...new Set(features.map(feature => feature.step))];
const played = scenarios.filter(scenario => data.servers.some(server => server.verdicts[scenario.number] !== '.'));
const started = data.servers.filter(server => server.started);
data.servers.forEach(server => { server.left = server.started ? tally(server, played).missing : played.length; });

/** What is behind the verdicts of one server; read when it is first asked for. */
function detailsOf(server) {
  server.details ??= JSON.parse(document.getElementById('details-' + server.number).textContent);
  return server.details;
}

/** How many of these scenarios the server passed, of those it was asked; `recut` of them not in other packets. */
function tally(server, some) {
  let passed = 0;
  let all = 0;
  let recut = 0;
  for (const { number } of some) {
    const letter = server.verdicts[number];
    all += letter === '.' ? 0 : 1;
    passed += hasPassed(letter) ? 1 : 0;
    recut += letter === 'R' ? 1 : 0;
  }
  return { passed, all, missing: all - passed, recut };
}

/** How many of the servers that ran passed the scenario. */
function share(scenario) {
  const asked = started.filter(server => server.verdicts[scenario.number] !== '.');
  const passed = asked.filter(server => hasPassed(server.verdicts[scenario.number])).length;
  return { passed, all: asked.length };
}

const cellLink = (scenario, server) => `#${scenario.id}@${server.key}`;
const serverLink = server => `#@${server.key}`;
