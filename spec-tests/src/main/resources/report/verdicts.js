// How a verdict looks everywhere: a shape with a colour, and its word for readers who see neither.
const iconHtml = letter => `<i class="icon ${letter}" role="img" aria-label="${STATUS[letter]}"></i>`;
const exactTag = scenario =>
  scenario.level === 'exact' ? `<span class="exact-tag" title="${t`needs byte-for-byte equality with Redis`}">exact</span>` : '';

/** One verdict over all servers: all passed, or not. */
function overall(scenario) {
  const letters = started.map(server => server.verdicts[scenario.number]).filter(letter => letter !== '.');
  return ['F', 'I', 'N', 'R', 'P'].find(letter => letters.includes(letter)) ?? 'N';
}

function shareHtml(scenario) {
  const { passed, all } = share(scenario);
  if (all === 0) {
    return `<span class="share">${t`not in this run`}</span>`;
  }
  return data.servers.length === 1 ? '' : `<span class="share${passed < all ? ' flawed' : ''}" title="${t`servers that pass`}">${t`${passed} of ${all}`}</span>`;
}

/** How much of a whole passed, as a bar, with the same in numbers beside it. */
function barHtml(passed, all) {
  const width = all === 0 ? 0 : 100 * passed / all;
  return `<span class="bar${width < 100 ? ' flawed' : ''}" aria-hidden="true"><i style="width:${width.toFixed(1)}%"></i></span>`;
}

/** The scenario on every server, as links; those that passed are only counted when there are many. */
function chipsHtml(scenario, current) {
  const asked = data.servers.filter(server => server.verdicts[scenario.number] !== '.');
  if (asked.length < 2 && current) {
    return '';
  }
  const shown = asked.length <= 12 ? asked : asked.filter(server => server.verdicts[scenario.number] !== 'P').slice(0, 60);
  const rest = asked.length - shown.length;
  return '<ul class="chips">' + shown.map(server => {
    const here = server === current ? ' aria-current="true"' : '';
    return `<li><a href="${cellLink(scenario, server)}"${here}>${iconHtml(server.verdicts[scenario.number])}<span class="name">${escape(server.name)}</span></a></li>`;
  }).join('') + (rest > 0 ? `<li class="rest">${t`and ${plural(rest, 'other server')}`}</li>` : '') + '</ul>';
}
