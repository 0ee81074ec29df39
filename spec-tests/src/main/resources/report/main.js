// Where the page is: a view (#matrix), a place of the specification (#INCR-03), a cell (#INCR-03@server) or a server (#@server).
const VIEWS = { servers: drawServers, matrix: drawMatrix, causes: drawCauses, specification: drawBook, speed: drawSpeed };
/** Several servers are seen side by side first; of one, what to fix and then each scenario. */
const FIRST_VIEW = data.servers.length > 1 ? 'servers' : 'matrix';
let view = '';

function show(name) {
  if (view !== name) {
    view = name;
    form.dataset.view = name;
    for (const each of Object.keys(VIEWS)) {
      document.getElementById('view-' + each).hidden = each !== name;
    }
    document.querySelectorAll('.views a').forEach(link =>
      link.hash === '#' + name ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current'));
    VIEWS[name]();
  }
  count();
}

/** Browsers and mail programs don't agree on what has to be escaped in a link. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function route() {
  const place = decoded(location.hash.slice(1));
  const [left, ...right] = place.split('@');
  const scenario = scenarioById.get(left);
  const server = serverByName.get(right.join('@'));
  const inBook = document.getElementById(place);
  if (server) {
    show(view || FIRST_VIEW);
    scenario ? showCell(scenario, server) : showServer(server);
    return;
  }
  if (panel.open) {
    panel.close();
  }
  if (book.contains(inBook)) {
    show('specification');
    reveal(inBook);
  } else {
    show(Object.hasOwn(VIEWS, place) ? place : FIRST_VIEW);
  }
}

function count() {
  const shown = played.filter(scenarioFilter(visibleServers())).length;
  document.getElementById('count').textContent = shown === played.length ? plural(shown, 'scenario') : t`${shown} of ${played.length}`;
}

function refresh(serversChanged) {
  view === 'matrix' && !serversChanged ? filterMatrix() : VIEWS[view]();
  count();
}

function summarise() {
  const flawless = started.filter(server => server.causes.length === 0 && server.left === 0).length;
  const { passed, recut } = tally(data.servers[0], played);
  const lost = data.servers.length - started.length;
  const all = data.servers.length === 1
    ? t`${data.servers[0].name}: ${passed} of ${played.length} scenarios passed` + (recut ? t`, ${recut} of them not in other packets` : '')
    : t`${plural(data.servers.length, 'server')}, ${plural(played.length, 'scenario')}; ${flawless} passed everything` + (lost ? t`, ${lost} did not start` : '');
  document.getElementById('summary').textContent = all;
  document.title = data.servers.length === 1 ? `${data.servers[0].name} · Mini-Redis Spec` : document.title;
}

summarise();
document.querySelector('.views [href="#servers"]').hidden = data.servers.length === 1;
document.querySelector('.views [href="#speed"]').hidden = measured.length === 0;
document.querySelector('.views [href="#causes"]').hidden = !data.servers.some(server => server.causes.length > 0);
onFilter(refresh);
document.addEventListener('keydown', moveInMatrix);
panel.addEventListener('click', onPanelClick);
panel.addEventListener('close', () => {
  if (location.hash.includes('@')) {
    history.pushState(null, '', '#' + view);
  }
});
addEventListener('hashchange', route);
document.addEventListener('click', onCauseClick);
route();
