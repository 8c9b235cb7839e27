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
  text.after(line);
}

// Where there is room for it, the contents of a page are open.
const contents = document.querySelector('details.contents');
if (contents && matchMedia('(min-width: 72rem)').matches) contents.setAttribute('open', '');
