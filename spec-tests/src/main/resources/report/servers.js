// The servers, one a row: what each reached in all and in each step, and what it should fix first.
const serversView = document.getElementById('view-servers');

function drawServers() {
  const asked = steps.filter(step => played.some(scenario => scenario.step === step));
  const heads = asked.map(step => `<th scope="col">${step} ${escape(data.stepTitles[step])}</th>`).join('');
  const rows = visibleServers().map(server => {
    const cells = asked.map(step => `<td>${progressHtml(server, played.filter(scenario => scenario.step === step))}</td>`);
    return `<tr><th scope="row"><a href="${serverLink(server)}">${escape(server.name)}</a>${server.note ? `<small>${escape(server.note)}</small>` : ''}</th><td>${progressHtml(server, played)}</td>${cells.join('')}<td>${firstToFixHtml(server)}</td></tr>`;
  });
  serversView.innerHTML = rows.length === 0 ? `<p class="empty">${t`No server has that name.`}</p>` :
    `<table class="servers-table"><caption class="unseen">${t`Servers and how many scenarios of each step they pass`}</caption>
    <thead><tr><th scope="col">${t`Server`}</th><th scope="col">${t`In all`}</th>${heads}<th scope="col">${t`First to fix`}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function firstToFixHtml(server) {
  if (!server.started) {
    return `<span class="word F">${t`not started`}</span><small>${escape(server.remark.split('\n')[0])}</small>`;
  }
  const [first, ...others] = server.causes;
  if (!first) {
    return t`nothing`;
  }
  const more = others.length ? `<small><a href="${serverLink(server)}">${t`and ${plural(others.length, 'other cause')}`}</a></small>` : '';
  return `${escape(first.title)}<small>${bestShownHtml(first, server)}</small>${more}`;
}

function progressHtml(server, some) {
  if (!server.started) {
    return '–';
  }
  const plain = tally(server, some.filter(scenario => scenario.level === 'plain'));
  const exact = tally(server, some.filter(scenario => scenario.level === 'exact'));
  return `${plain.passed}/${plain.all}${barHtml(plain.passed + exact.passed, plain.all + exact.all)}${exact.all ? `<small>exact ${exact.passed}/${exact.all}</small>` : ''}`;
}
