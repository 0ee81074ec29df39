// Which parts of the page are shown. The form is the state; every view reads it.
const form = document.getElementById('filters');

const ORDERS = {
  least: (a, b) => a.left - b.left || a.number - b.number,
  most: (a, b) => b.left - a.left || a.number - b.number,
  given: (a, b) => a.number - b.number,
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
};

const isFailure = letter => letter === 'F' || letter === 'I';

/** By the verdicts of a scenario. */
const SHOWN = {
  all: () => true,
  differences: letters => letters.size > 1,
  failures: letters => [...letters].some(isFailure),
  recut: letters => [...letters].some(letter => isFailure(letter) || letter === 'R'),
};

function visibleServers() {
  const part = form.elements.server.value.trim().toLowerCase();
  return data.servers
    .filter(server => server.name.toLowerCase().includes(part))
    .sort(ORDERS[form.elements.sort.value]);
}

/** A test for scenarios, among these servers. */
function scenarioFilter(servers) {
  const { text, show, step, level, cause } = Object.fromEntries(new FormData(form));
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const running = servers.filter(server => server.started);
  const waiting = cause && waitingFor(cause, running);
  return scenario => {
    if (step && scenario.step !== Number(step) || level && scenario.level !== level) {
      return false;
    }
    if (waiting && !waiting.has(scenario.number)) {
      return false;
    }
    if (!words.every(word => scenario.words.includes(word))) {
      return false;
    }
    const letters = new Set(running.map(server => server.verdicts[scenario.number]));
    letters.delete('.');
    return SHOWN[show](letters);
  };
}

/** Tells `changed` whether the servers changed or only the scenarios; typing is waited for. */
function onFilter(changed) {
  const select = form.elements.step;
  steps.forEach(step => select.add(new Option(`${step} ${data.stepTitles[step]}`, step)));
  form.querySelectorAll('.of-servers').forEach(field => { field.hidden = data.servers.length < 2; });
  form.elements.show.querySelector('[value=differences]').hidden = data.servers.length < 2;
  form.elements.show.querySelector('[value=recut]').hidden = !data.servers.some(server => server.verdicts.includes('R'));
  offerCauses();
  let timer;
  form.addEventListener('input', event => {
    const ofServers = ['server', 'sort'].includes(event.target.name);
    clearTimeout(timer);
    timer = setTimeout(() => changed(ofServers), event.target.type === 'search' ? 120 : 0);
  });
  form.addEventListener('submit', event => event.preventDefault());
}

/** What most servers share comes first; of a single server, what to fix first. */
function offerCauses() {
  const shared = sharedCauses(data.servers);
  const several = data.servers.length > 1;
  for (const { title, servers, waiting } of shared) {
    form.elements.cause.add(new Option(`${title} (${several ? plural(servers.length, 'server') : plural(waiting.size, 'scenario')})`, title));
  }
  form.querySelector('.of-cause').hidden = shared.length === 0;
}

/** Shows the scenarios that wait for a cause, on one server or on all that are shown; no other filter may hide any of them. */
function chooseCause(title, serverName) {
  for (const [field, value] of Object.entries({ text: '', show: 'all', step: '', level: '', cause: title })) {
    form.elements[field].value = value;
  }
  if (serverName !== undefined && data.servers.length > 1) {
    form.elements.server.value = serverName;
  }
}
