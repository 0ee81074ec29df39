// Text to HTML. All that comes from a feature, a server or a person goes through escape().
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = text => String(text).replace(/[&<>"']/g, c => ENTITIES[c]);

/** The steps of a scenario, as the specification has them; the step that failed is marked. */
function stepsHtml(scenario, broken = '') {
  const withoutKeyword = text => text.replace(/^(Given|When|Then|And|But) |\n$/g, '');
  const steps = scenario.element.querySelector('.steps').cloneNode(true);
  for (const line of steps.children) {
    if (broken && withoutKeyword(line.textContent) === withoutKeyword(broken)) {
      line.className = 'broke';
      line.insertAdjacentHTML('beforeend', `<span class="unseen"> ${t`(this step failed)`}</span>`);
    }
  }
  return steps.outerHTML;
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
  const marked = wrong === '' ? `<mark title="${t`the bytes end here`}">∎</mark>` : `<mark>${escape(wrong)}</mark>`;
  return `<pre>${escape(good)}${marked}${escape(rest.slice(wrong.length))}</pre>`;
}

/** Things are named in the singular. */
const plural = (n, thing) => data.texts[`{0} ${thing}`]?.replace('{0}', n) ?? `${n} ${thing}${n === 1 ? '' : 's'}`;
