// What of the page is shown. The form is the state; every view asks it.
const form = document.getElementById('filters');

const ORDERS = {
  given: (a, b) => a.number - b.number,
  best: (a, b) => b.passed - a.passed || a.number - b.number,
  worst: (a, b) => a.passed - b.passed || a.number - b.number,
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
};

function visibleServers() {
  const part = form.elements.server.value.trim().toLowerCase();
  return data.servers
    .filter(server => server.name.toLowerCase().includes(part))
    .sort(ORDERS[form.elements.sort.value]);
}

/** A test for scenarios, among these servers. */
function scenarioFilter(servers) {
  const { text, show, step, level } = Object.fromEntries(new FormData(form));
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const running = servers.filter(server => server.started);
  return scenario => {
    if (step && scenario.step !== Number(step) || level && scenario.level !== level) {
      return false;
    }
    if (!words.every(word => scenario.words.includes(word))) {
      return false;
    }
    const letters = new Set(running.map(server => server.verdicts[scenario.number]));
    letters.delete('.');
    return show === 'all' || (show === 'differences' ? letters.size > 1 : letters.has('F') || letters.has('I'));
  };
}

/** Tells `changed` whether the servers changed or only the scenarios; typing is waited for. */
function onFilter(changed) {
  const select = form.elements.step;
  steps.forEach(step => select.add(new Option(`${step} ${data.stepTitles[step]}`, step)));
  form.querySelectorAll('.of-servers').forEach(field => { field.hidden = data.servers.length < 2; });
  form.elements.show.querySelector('[value=differences]').hidden = data.servers.length < 2;
  let timer;
  form.addEventListener('input', event => {
    const ofServers = ['server', 'sort'].includes(event.target.name);
    clearTimeout(timer);
    timer = setTimeout(() => changed(ofServers), event.target.type === 'search' ? 120 : 0);
  });
  form.addEventListener('submit', event => event.preventDefault());
}
