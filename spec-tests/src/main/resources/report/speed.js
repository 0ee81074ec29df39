// What was measured: for each test, the servers by throughput, and how long half and nearly all replies took.
const speedView = document.getElementById('view-speed');
const measured = data.servers.filter(server => server.speed?.length > 0);
const number = new Intl.NumberFormat('en');

function drawSpeed() {
  const tests = new Map();
  for (const server of measured) {
    for (const speed of server.speed) {
      tests.set(speed.what, [...tests.get(speed.what) ?? [], { server, ...speed }]);
    }
  }
  speedView.innerHTML = `<div class="speed"><p>${t`Requests a second, and how long a client waits for a reply: the dot is the median, the line reaches to the 99th percentile. Numbers from different machines can’t be compared.`}</p>${[...tests].map(([name, rows]) => speedTable(name, rows)).join('')}</div>`;
}

function speedTable(name, rows) {
  rows.sort((a, b) => b.requestsPerSecond - a.requestsPerSecond);
  const fastest = rows[0].requestsPerSecond;
  const longest = Math.max(...rows.map(row => row.p99Milliseconds), Number.MIN_VALUE);
  const lines = rows.map(row => row.trouble ? troubleRow(row) : `<tr><th scope="row"><a href="${serverLink(row.server)}">${escape(row.server.name)}</a></th>
    <td class="number">${number.format(Math.round(row.requestsPerSecond))}</td><td class="chart">${barSvg(row.requestsPerSecond / fastest)}</td>
    <td class="number">${row.medianMilliseconds.toFixed(2)}</td><td class="number">${row.p99Milliseconds.toFixed(2)}</td>
    <td class="chart">${rangeSvg(row.medianMilliseconds / longest, row.p99Milliseconds / longest)}</td></tr>`);
  return `<table><caption>${escape(name)}</caption><thead><tr><th scope="col">${t`server`}</th><th scope="col" class="number">${t`requests/s`}</th><td></td>
    <th scope="col" class="number">${t`median ms`}</th><th scope="col" class="number">${t`p99 ms`}</th><td></td></tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

const troubleRow = row => `<tr><th scope="row"><a href="${serverLink(row.server)}">${escape(row.server.name)}</a></th><td colspan="5" class="trouble">${t`not measured: ${escape(row.trouble)}`}</td></tr>`;
const percent = part => (100 * part).toFixed(2) + '%';
const barSvg = part => `<svg aria-hidden="true"><rect class="column" y="2" height="12" rx="2" width="${percent(part)}"/></svg>`;
const rangeSvg = (median, p99) => `<svg aria-hidden="true"><line class="track" x1="0" x2="100%" y1="8" y2="8"/><line class="range" x1="${percent(median)}" x2="${percent(p99)}" y1="8" y2="8"/><circle class="median" cx="${percent(median)}" cy="8" r="4"/><circle class="p99" cx="${percent(p99)}" cy="8" r="3"/></svg>`;
