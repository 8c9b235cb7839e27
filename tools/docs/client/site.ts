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
