// What keeps scenarios from passing: on one server in the order in which to fix it, on many by how many share it.
const causesView = document.getElementById('view-causes');
const CAUSES_AT_THE_TOP = 4;

/** The causes of these servers by title, with the servers that have it and the scenarios that wait for it. */
function sharedCauses(servers) {
  const byTitle = new Map();
  for (const server of servers) {
    server.causes.forEach((cause, place) => {
      const shared = byTitle.get(cause.title) ?? { title: cause.title, servers: [], waiting: new Set(), firstFor: 0, best: new Map() };
      byTitle.set(cause.title, shared);
      shared.servers.push(server);
      shared.firstFor += place === 0 ? 1 : 0;
      shared.best.set(cause.first, (shared.best.get(cause.first) ?? 0) + 1);
      cause.waiting.forEach(number => shared.waiting.add(number));
    });
  }
  const all = [...byTitle.values()];
  // Of one server, the order is the one in which to fix them.
  return servers.length === 1 ? all : all.sort((a, b) => b.servers.length - a.servers.length || b.waiting.size - a.waiting.size);
}

/** The numbers of the scenarios that wait for a cause on any of these servers. */
function waitingFor(title, servers) {
  return new Set(servers.flatMap(server => server.causes.find(cause => cause.title === title)?.waiting ?? []));
}

function drawCauses() {
  const servers = visibleServers();
  const all = sharedCauses(servers);
  if (data.servers.length === 1) {
    causesView.innerHTML = `<div class="causes"><h2>${t`What keeps scenarios from passing`}</h2>${causeListHtml(servers[0], servers[0].causes)}</div>`;
    return;
  }
  const several = all.filter(cause => cause.servers.length > 1);
  const lonely = all.filter(cause => cause.servers.length === 1);
  const intro = several.length ? t`What keeps scenarios from passing on more than one of ${plural(servers.length, 'server')}; what most of them share comes first. Choose one to see the scenarios that wait for it.`
    : all.length ? t`No two servers share a cause.` : t`Nothing keeps a scenario from passing.`;
  causesView.innerHTML = `<div class="causes"><h2>${t`What keeps servers from passing`}</h2><p class="intro">${intro}</p>
    ${several.length ? causesTable(several, servers.length) : ''}
    ${lonely.length ? `<details class="lonely"${several.length ? '' : ' open'}><summary>${t`${plural(lonely.length, 'cause')} of one server alone`}</summary>${causesTable(lonely, servers.length)}</details>` : ''}</div>`;
}

function causesTable(causes, all) {
  return `<table class="causes-table"><thead><tr><th scope="col">${t`Cause`}</th><th scope="col">${t`Servers`}</th><th scope="col">${t`First to fix for`}</th><th scope="col">${t`Scenarios`}</th><th scope="col">${t`Shown best by`}</th></tr></thead>
    <tbody>${causes.map(cause => causeRowHtml(cause, all)).join('')}</tbody></table>`;
}

function causeRowHtml(cause, all) {
  const best = [...cause.best].sort((a, b) => b[1] - a[1])[0][0];
  const [server] = cause.servers;
  const who = cause.servers.length === 1 ? `<a href="${cellLink({ id: best }, server)}">${escape(server.name)}</a>`
    : `<details data-title="${escape(cause.title)}"><summary>${t`${cause.servers.length} of ${all}`}<span class="share-bar" aria-hidden="true"><i style="width:${(100 * cause.servers.length / all).toFixed(1)}%"></i></span></summary></details>`;
  return `<tr><th scope="row"><a href="#matrix" data-cause="${escape(cause.title)}">${escape(cause.title)}</a></th><td>${who}</td>
    <td class="number">${cause.firstFor || '–'}</td><td class="number">${cause.waiting.size}</td>
    <td><a class="best" href="#${best}"><span class="id">${best}</span> <span class="title">${escape(scenarioById.get(best)?.title ?? '')}</span></a></td></tr>`;
}

/** The servers that have a cause are listed only on demand: a class can be large. */
function fillWho(details) {
  if (details.open && details.dataset.title !== undefined && !details.querySelector('.chips')) {
    const chips = visibleServers().flatMap(server => {
      const cause = server.causes.find(each => each.title === details.dataset.title);
      return cause ? [`<li><a href="${cellLink({ id: cause.first }, server)}"><span class="name">${escape(server.name)}</span></a></li>`] : [];
    });
    details.insertAdjacentHTML('beforeend', `<ul class="chips">${chips.join('')}</ul>`);
  }
}
causesView.addEventListener('toggle', event => fillWho(event.target), true);

/** Some causes of a server; the first of all is marked. */
function causeListHtml(server, causes) {
  return `<ol class="cause-list" start="${server.causes.indexOf(causes[0]) + 1}">${causes.map(cause => {
    const first = cause === server.causes[0];
    return `<li${first ? ' class="first"' : ''}>${first ? `<strong class="first-tag">${t`Fix this first`}</strong>` : ''}<p class="cause-title">${escape(cause.title)}</p>
      <p class="cause-more">${cause.waiting.length === 1 ? t`only ${bestShownHtml(cause, server)} waits for it` : t`${waitingHtml(cause, server)}; ${bestShownHtml(cause, server)} shows it best`}</p></li>`;
  }).join('')}</ol>`;
}

/** The page of one server begins with them. */
function firstCausesHtml(server) {
  const rest = server.causes.slice(CAUSES_AT_THE_TOP);
  return server.causes.length === 0 ? '' : `<section class="causes top-causes" aria-labelledby="top-causes"><h2 id="top-causes">${t`What keeps scenarios from passing`}</h2>
    ${causeListHtml(server, server.causes.slice(0, CAUSES_AT_THE_TOP))}
    ${rest.length ? `<details><summary>${t`and ${rest.length} more`}</summary>${causeListHtml(server, rest)}</details>` : ''}</section>`;
}

const waitingHtml = (cause, server) =>
  `<a href="#matrix" data-cause="${escape(cause.title)}" data-server="${escape(server.name)}">${cause.waiting.length === 1 ? t`1 scenario waits for it` : t`${plural(cause.waiting.length, 'scenario')} wait for it`}</a>`;

function bestShownHtml(cause, server) {
  return `<a href="${cellLink({ id: cause.first }, server)}"><span class="id">${escape(cause.first)}</span> ${escape(scenarioById.get(cause.first)?.title ?? '')}</a>`;
}

/** The link leads to the matrix; before that, the cause becomes the filter. */
function onCauseClick(event) {
  const link = event.target.closest('[data-cause]');
  if (link) {
    chooseCause(link.dataset.cause, link.dataset.server);
    refresh(true);
  }
}
