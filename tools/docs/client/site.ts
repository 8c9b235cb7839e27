/** Buttons that copy what is to be pasted. Without script it can be marked and copied by hand, as on any page. */

const { copy = '', copied = '', marked = '' } = document.body.dataset;

async function copyText(text: Element, status: HTMLElement) {
  try {
    await navigator.clipboard.writeText(text.textContent?.trim() ?? '');
    status.textContent = copied;
  } catch {
    // No clipboard on plain http: what can be copied by hand is at least marked.
    getSelection()?.selectAllChildren(text);
    status.textContent = marked;
  }
}

for (const text of document.querySelectorAll('main pre, main blockquote')) {
  const button = document.createElement('button');
  const status = document.createElement('span');
  const line = document.createElement('p');
  button.type = 'button';
  button.textContent = copy;
  status.setAttribute('role', 'status');
  line.className = 'copy';
  line.append(button, status);
  button.addEventListener('click', () => void copyText(text, status));
  const box = document.createElement('div');
  box.className = 'copyable';
  text.replaceWith(box);
  box.append(text, line);
}

/** Code with the attributes that an element has on the page now, as HTML, JSX, WordPress and a placeholder write them. */
function withOpening(code: string, { localName, attributes }: Element) {
  const name = localName.replace('havn-', '');
  const all = [...attributes].map(({ name, value }) => ({ name, value }));
  const plain = all.map(({ name, value }) => (value ? ` ${name}="${value}"` : ` ${name}`)).join('');
  const isJsx = code.includes("'use client'");
  return code
    .replace(
      new RegExp(`<${localName}(?=[ >])[^>]*>`),
      () => `<${localName}${isJsx ? plain.replace(/="(\d+)"/g, '={$1}') : plain}>`,
    )
    .replace(/^\[havn .*\]$/, () => `[havn element="${name}"${plain}]`)
    .replace(
      /<div data-havn=[^>]*>/,
      () =>
        `<div data-havn="${name}"${all.map(({ name, value }) => ` data-havn-${name}="${value}"`).join('')}>`,
    );
}

// The first example of an element's page, with its attributes to try: the code under it says what was chosen.
for (const form of document.querySelectorAll<HTMLFormElement>('.knobs')) {
  const example = form.parentElement?.querySelector('.live > *');
  const codes = document.querySelectorAll('.code pre code');
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', ({ target }) => {
    if (!(example && (target instanceof HTMLInputElement || target instanceof HTMLSelectElement))) return;
    const { name, value } = target;
    if (target.type === 'checkbox')
      example.toggleAttribute(name, target instanceof HTMLInputElement && target.checked);
    else if (value) example.setAttribute(name, value);
    else example.removeAttribute(name);
    for (const code of codes) code.textContent = withOpening(code.textContent ?? '', example);
  });
}

// Where there is room for them, the lists of pages and of headings are open.
for (const [details = '', width] of [
  ['details.pages', '60rem'],
  ['details.contents', '96rem'],
])
  if (matchMedia(`(min-width: ${width})`).matches) document.querySelector(details)?.setAttribute('open', '');

// Its index is large: it comes when a reader turns to the field.
const search = document.querySelector<HTMLFormElement>('#search');
const loadSearch = () => void import(`./search.${document.documentElement.lang}.js`);
search?.addEventListener('focusin', loadSearch, { once: true });
search?.addEventListener('submit', event => event.preventDefault());
search?.removeAttribute('hidden');
