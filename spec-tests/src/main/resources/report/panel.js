// What is behind a cell, or behind the name of a server: a dialog at the side.
const panel = document.getElementById('panel');

function showCell(scenario, server) {
  const letter = server.verdicts[scenario.number];
  const details = detailsOf(server);
  const story = details.stories[scenario.id];
  const milliseconds = details.milliseconds[scenario.number];
  const rule = scenario.element.closest('.rule');
  const neighbour = direction => {
    for (let i = scenario.number + direction; i >= 0 && i < scenarios.length; i += direction) {
      if ('FR'.includes(server.verdicts[i])) {
        return scenarios[i];
      }
    }
    return null;
  };
  const tool = (target, label, symbol) => target ? `<a href="${cellLink(target, server)}" aria-label="${label}: ${target.id}" title="${label}: ${target.id}">${symbol}</a>` : '';
  open(`
    <div class="where">${iconHtml(letter)}<span class="word ${letter}">${STATUS[letter] ?? t`not in this run`}</span>
      <code>${scenario.id}</code>${exactTag(scenario)}<span>${t`on <a href="${serverLink(server)}">${escape(server.name)}</a>`}${hasPassed(letter) ? `, ${milliseconds} ms` : ''}</span></div>
    <h2 id="panel-title" tabindex="-1">${escape(scenario.title)}</h2>
    <div class="panel-tools">${tool(neighbour(-1), t`Failure before`, '↑')}${tool(neighbour(1), t`Next failure`, '↓')}<button type="button" data-close>${t`Close`}</button></div>`, `
    ${server.started ? '' : `<p class="hint">${escape(server.remark)}</p>`}
    ${story ? evidenceHtml(story, scenario, server) : ''}
    <h3>${t`The rule`}</h3>
    <p class="law">${escape(rule.querySelector('h4').textContent)}</p>
    ${[...rule.querySelectorAll('.reference, .explanation')].map(each => each.outerHTML).join('')}
    <h3>${t`The scenario`} <code>${escape(scenario.element.dataset.at)}</code></h3>
    ${stepsHtml(scenario, story?.evidence?.stepText)}
    <p><a href="#${scenario.id}">${t`Read it in the specification`}</a></p>
    ${data.servers.length > 1 ? `<h3>${t`The same scenario elsewhere`}</h3>${chipsHtml(scenario, server)}` : ''}
    ${story && details.output ? `<h3>${t`The server’s last lines`}</h3><pre class="output">${escape(details.output)}</pre>` : ''}`);
}

function showServer(server) {
  const details = detailsOf(server);
  const asked = steps.filter(step => played.some(scenario => scenario.step === step));
  const level = (step, name) => {
    const some = tally(server, played.filter(scenario => scenario.step === step && scenario.level === name));
    return some.all ? `${some.passed}/${some.all}` : '';
  };
  const rows = asked.map(step => `<tr><th scope="row">${step} ${escape(data.stepTitles[step])}</th><td>${level(step, 'plain')}</td><td>${level(step, 'exact')}</td></tr>`);
  const unsettled = scenarios.filter(scenario => ['F', 'R', 'I', 'N'].includes(server.verdicts[scenario.number]));
  const todo = unsettled.map(scenario => `<li><a href="${cellLink(scenario, server)}">${iconHtml(server.verdicts[scenario.number])}<span class="id">${scenario.id}</span><span class="title">${escape(scenario.title)}</span></a></li>`);
  open(`
    <div class="where">${t`server`}</div><h2 id="panel-title" tabindex="-1">${escape(server.name)}</h2>
    <div class="panel-tools"><button type="button" data-close>${t`Close`}</button></div>`, `
    ${server.note ? `<p>${escape(server.note)}</p>` : ''}
    ${server.remark ? `<p class="hint" style="white-space:pre-line">${escape(server.remark)}</p>` : ''}
    ${server.causes.length ? `<h3>${t`What keeps scenarios from passing`}</h3>${causeListHtml(server, server.causes)}` : ''}
    <h3>${t`How it was started`}</h3><pre class="output">${escape(server.command)}</pre>
    ${server.started ? `<h3>${t`Passed`}</h3><table class="totals"><thead><tr><th scope="col">${t`step`}</th><th scope="col">plain</th><th scope="col">exact</th></tr></thead><tbody>${rows.join('')}</tbody></table>
    <h3>${todo.length ? t`${plural(todo.length, 'scenario')} open, in reading order` : t`Nothing is open`}</h3><ul class="todo">${todo.join('')}</ul>` : ''}
    ${details.output ? `<h3>${t`Its last lines`}</h3><pre class="output">${escape(details.output)}</pre>` : ''}`);
}

function open(head, body) {
  panel.innerHTML = `<div class="panel-head">${head}</div><div class="panel-body">${body}</div>`;
  if (!panel.open) {
    panel.showModal();
  }
  panel.scrollTop = 0;
  panel.querySelector('#panel-title').focus();
}

/** The dialog's own buttons; a click beside it closes it too. */
function onPanelClick(event) {
  if (event.target === panel || event.target.closest('[data-close]')) {
    panel.close();
  }
  const copy = event.target.closest('[data-copy]');
  if (copy) {
    navigator.clipboard?.writeText(copy.dataset.copy).then(() => { copy.textContent = t`Copied`; });
  }
}
