// Why a scenario did not pass on a server: what was sent, expected and received, and what that looks like.
function evidenceHtml(story, scenario, server) {
  const { evidence, again } = story;
  const parts = [];
  if (hasPassed(server.verdicts[scenario.number])) {
    parts.push(otherPacketsHtml(story.otherPackets));
  }
  const rows = [...causeRow(story, server), ...evidence ? byteRows(evidence) : []];
  if (rows.length > 0) {
    parts.push(`<dl class="bytes">${rows.map(([name, html]) => `<dt>${name}</dt><dd>${html}</dd>`).join('')}</dl>`);
  }
  if (evidence?.hint) {
    parts.push(`<p class="hint"><strong>${t`Hint`}</strong> ${escape(evidence.hint)}</p>`);
  }
  if (!evidence && story.message) {
    parts.push(`<pre class="output">${escape(story.message)}</pre>`);
  }
  if (again) {
    parts.push(`<h3>${t`Play it again`}</h3>`, `<div class="again"><pre>${escape(again)}</pre><button type="button" data-copy="${escape(again)}">${t`Copy`}</button></div>`);
  }
  if (evidence) {
    parts.push(transcriptHtml(evidence.transcript ?? {}));
  }
  return parts.join('');
}

/** TCP may cut a conversation anywhere; here it was cut differently than in the scenario. */
function otherPacketsHtml([first, ...others]) {
  const also = others.length ? t` So did those with ${escape(others[0])}.` : '';
  return `<h3>${t`In other packets`}</h3><p class="other-packets">${t`As it is written, this scenario passed. The same requests with <strong>${escape(first)}</strong> got other replies, or none, as below.${also} TCP may cut requests anywhere, so that must make no difference.`}</p>`;
}

function causeRow(story, server) {
  const cause = server.causes.find(each => each.title === story.cause);
  return cause ? [[t`cause`, `<p class="plain">${escape(cause.title)}</p><p class="here">${waitingHtml(cause, server)}</p>`]] : [];
}

function byteRows(evidence) {
  const good = untilDifference(evidence);
  const shown = (text, until) => text === '' ? `<p class="plain">${t`nothing`}</p>` : bytesHtml(text, until);
  const rows = [[t`sent`, shown(evidence.sent, null)]];
  rows.push([t`expected`, `<p class="plain">${escape(evidence.expected)}</p>${evidence.expectedBytes ? bytesHtml(evidence.expectedBytes, good) : ''}`]);
  const here = evidence.differsAt < 0 ? ''
    : `<p class="here">${good === null ? t`The first byte that differs is number ${evidence.differsAt + 1}.` : t`The marked byte, number ${evidence.differsAt + 1}, is the first that differs.`}</p>`;
  rows.push([t`received`, shown(evidence.received, good) + here]);
  rows.push([t`then`, `<p class="plain" style="white-space:pre-line">${escape(evidence.then)}</p>`]);
  if (evidence.thrown) {
    rows.push([t`thrown`, `<pre>${escape(evidence.thrown)}</pre>`]);
  }
  return rows;
}

/** What was received before the first byte that differs; null where that byte is not among those shown. */
function untilDifference({ differsAt, received, receivedUntilDifference: good }) {
  const shown = differsAt === 0 || differsAt > 0 && good !== '';
  // What is left out of long bytes is written as "… (1000 bytes)", and no byte is written as an ellipsis.
  return shown && !received.slice(good.length).startsWith('…') ? good : null;
}

/** Everything that went over each connection, with the milliseconds since it was opened. */
function transcriptHtml(transcript) {
  const names = Object.keys(transcript).filter(name => transcript[name].length > 0);
  if (names.length === 0) {
    return '';
  }
  return `<h3>${t`Transcript`}</h3>` + names.map(name => {
    const rows = transcript[name].map(piece => {
      const who = piece.direction === '>' ? t`client →` : t`← server`;
      return `<tr><td class="time">${(piece.microseconds / 1000).toFixed(1)} ms</td><td class="who">${who}</td><td><pre>${escape(piece.bytes)}</pre></td></tr>`;
    });
    return `<table class="transcript"><caption>${escape(name)}</caption><tbody>${rows.join('')}</tbody></table>`;
  }).join('');
}
