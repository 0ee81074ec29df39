// Text to HTML. Whatever comes from a feature, a server or a person goes through escape().
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = text => String(text).replace(/[&<>"']/g, c => ENTITIES[c]);

/** A paragraph of a feature: what stands between backticks is code. */
const proseHtml = text => escape(text.replace(/\n(?!\n)/g, ' ')).replace(/`([^`]+)`/g, '<code>$1</code>');

/** The steps of a scenario, as the feature has them; the step that failed is marked. */
function stepsHtml(text, broken = '') {
  const isBroken = line => broken && line.replace(/^(Given|When|Then|And|But) /, '') === broken.replace(/^(Given|When|Then|And|But) /, '');
  return '<pre class="steps">' + text.split('\n').map(line => {
    const html = escape(line)
      .replace(/^(Given|When|Then|And|But) /, '<b>$1</b> ')
      .replace(/^ +(&quot;&quot;&quot;)$/, '<i>$&</i>');
    return isBroken(line) ? `<span class="broke">${html}<span class="unseen"> (this step failed)</span></span>` : html;
  }).join('\n') + '</pre>';
}

/** One byte as people see it: a letter, or an escape such as \r or \x1B. */
const ONE_BYTE = /^(\\x[0-9A-F]{2}|\\.|[^]|$)/;

/** Bytes with a mark on the one after the first `good`; where they end too early, the mark is on the end. */
function bytesHtml(text, good) {
  if (good === null || !text.startsWith(good)) {
    return `<pre>${escape(text)}</pre>`;
  }
  const rest = text.slice(good.length);
  const wrong = rest.match(ONE_BYTE)[0];
  const marked = wrong === '' ? '<mark title="the bytes end here">∎</mark>' : `<mark>${escape(wrong)}</mark>`;
  return `<pre>${escape(good)}${marked}${escape(rest.slice(wrong.length))}</pre>`;
}

function referenceHtml(url) {
  if (!/^https?:\/\//.test(url)) {
    return '';
  }
  return `<p class="reference"><a href="${escape(url)}" rel="noreferrer">${escape(url.replace(/^https?:\/\//, ''))}</a></p>`;
}

const plural = (n, thing) => `${n} ${thing}${n === 1 ? '' : 's'}`;
