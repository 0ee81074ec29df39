// Why a scenario did not pass on a server: what was sent, expected and received, and what that looks like.
function evidenceHtml(story) {
  const { evidence, again } = story;
  const parts = [];
  if (evidence) {
    parts.push(bytesList(evidence));
    if (evidence.hint) {
      parts.push(`<p class="hint"><strong>Hint</strong> ${escape(evidence.hint)}</p>`);
    }
  } else if (story.message) {
    parts.push(`<pre class="output">${escape(story.message)}</pre>`);
  }
  if (again) {
    parts.push('<h3>Play it again</h3>', `<div class="again"><pre>${escape(again)}</pre><button type="button" data-copy="${escape(again)}">Copy</button></div>`);
  }
  if (evidence) {
    parts.push(transcriptHtml(evidence.transcript ?? {}));
  }
  return parts.join('');
}

function bytesList(evidence) {
  const good = evidence.differsAt >= 0 ? evidence.receivedUntilDifference : null;
  const shown = (text, until) => text === '' ? '<p class="plain">nothing</p>' : bytesHtml(text, until);
  const rows = [['sent', shown(evidence.sent, null)]];
  rows.push(['expected', `<p class="plain">${escape(evidence.expected)}</p>${evidence.expectedBytes ? bytesHtml(evidence.expectedBytes, good) : ''}`]);
  const here = good === null ? '' : `<p class="here">The marked byte, number ${evidence.differsAt + 1}, is the first that differs.</p>`;
  rows.push(['received', shown(evidence.received, good) + here]);
  rows.push(['then', `<p class="plain" style="white-space:pre-line">${escape(evidence.then)}</p>`]);
  return `<dl class="bytes">${rows.map(([name, html]) => `<dt>${name}</dt><dd>${html}</dd>`).join('')}</dl>`;
}

/** Everything that went over each connection, with the milliseconds since it was opened. */
function transcriptHtml(transcript) {
  const names = Object.keys(transcript).filter(name => transcript[name].length > 0);
  if (names.length === 0) {
    return '';
  }
  return '<h3>Transcript</h3>' + names.map(name => {
    const rows = transcript[name].map(piece => {
      const who = piece.direction === '>' ? 'client →' : '← server';
      return `<tr><td class="time">${(piece.microseconds / 1000).toFixed(1)} ms</td><td class="who">${who}</td><td><pre>${escape(piece.bytes)}</pre></td></tr>`;
    });
    return `<table class="transcript"><caption>${escape(name)}</caption><tbody>${rows.join('')}</tbody></table>`;
  }).join('');
}
