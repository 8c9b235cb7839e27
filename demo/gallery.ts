/**
 * The page of all states: a workbench for each element, made from custom-elements.json. The page has Trusted Types, and a policy
 * that forbids inline styles and fetching: nodes are created one by one, and the manifest is a script.
 */
import type { Fallback } from './builder/facts.js';

interface Attribute {
  name: string;
  type?: { text: string };
  description?: string;
  default?: string;
}
interface Declaration {
  tagName?: string;
  summary?: string;
  description?: string;
  attributes?: Attribute[];
}
interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

/** Set by manifest.js. */
declare const manifest: Manifest;

/** A language with its name in that language, and with what stands inside a tag. */
interface Language extends Fallback {
  id: string;
  name: string;
}

/** Set by manifest.js; English is the first. */
declare const languages: [Language, ...Language[]];

const grounds = [
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
];

const widths = [
  { id: '320', name: '320 px' },
  { id: '480', name: '480 px' },
  { id: '768', name: '768 px' },
  { id: 'full', name: 'Full width' },
];

/** Attributes without which an element shows nothing, with a first value. */
const starts: Record<string, string | undefined> = { 'havn-service-card service': 'rosa-helpline' };

function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function field(label: string, control: HTMLElement, hint?: string) {
  const isCheckbox = control.getAttribute('type') === 'checkbox';
  const name = make('label', { for: control.id }, label);
  const words = hint ? [make('p', { class: 'hint', id: `${control.id}-hint` }, hint)] : [];
  if (hint) control.setAttribute('aria-describedby', `${control.id}-hint`);
  return isCheckbox
    ? make('div', { class: 'field checkbox' }, control, make('div', {}, name, ...words))
    : make('div', { class: 'field' }, name, ...words, control);
}

function select(id: string, choices: { id: string; name: string }[]) {
  return make(
    'select',
    { id, autocomplete: 'off' },
    ...choices.map(choice => make('option', { value: choice.id }, choice.name)),
  );
}

/** The words of a type such as `"bar" | "card"`; none for any other type. */
const wordsOf = (type: string) => [...type.matchAll(/["']([^"']+)["']/g)].map(([, word = '']) => word);

/** A control for an attribute, by its type, and a function that reads it: `undefined` if the attribute is not set. */
function knob(
  id: string,
  { type = { text: 'string' }, default: preset }: Attribute,
): { control: HTMLElement; read: () => string | undefined } {
  const words = wordsOf(type.text);
  if (words.length) {
    const control = select(id, [
      { id: '', name: preset === undefined ? 'Not set' : `${preset} (default)` },
      ...words.filter(word => word !== preset).map(word => ({ id: word, name: word })),
    ]);
    return { control, read: () => control.value || undefined };
  }
  if (type.text === 'boolean') {
    const control = make('input', { id, type: 'checkbox', autocomplete: 'off' });
    return { control, read: () => (control.checked ? '' : undefined) };
  }
  const control = make('input', {
    id,
    type: type.text === 'number' ? 'number' : 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    ...(preset !== undefined && { placeholder: preset }),
  });
  return { control, read: () => control.value || undefined };
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** The code that a webmaster pastes, with the number inside the tag. */
function snippetOf(element: HTMLElement) {
  const attributes = [...element.attributes].map(({ name, value }) =>
    value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`,
  );
  const { integrity = '' } = document.querySelector('script') ?? {};
  return [
    `<${element.localName}${attributes.join('')}>${fallbackIn(element.lang).outerHTML}</${element.localName}>`,
    `<script src="https://your.host/havn/havn.js" integrity="${integrity}" crossorigin="anonymous" defer></script>`,
  ].join('\n');
}

function fallbackIn(language: string) {
  const { words, href, number, direction } = languages.find(({ id }) => id === language) ?? languages[0];
  return make(
    'p',
    direction === 'rtl' ? { dir: direction } : {},
    `${words}: `,
    make('a', { href, dir: 'ltr' }, number),
  );
}

async function copy(node: Node, status: HTMLElement) {
  try {
    await navigator.clipboard.writeText(node.textContent ?? '');
    status.textContent = 'Copied.';
  } catch {
    // No clipboard on plain http: the text is at least selected, to be copied by hand.
    getSelection()?.selectAllChildren(node);
    status.textContent = 'Marked: copy it with Ctrl C, or ⌘ C on a Mac.';
  }
}

function workbench({
  tagName,
  summary = '',
  attributes = [],
}: Required<Pick<Declaration, 'tagName'>> & Declaration) {
  const id = (name: string) => `${tagName}-${name}`;
  const knobs = attributes.map(attribute => ({
    attribute,
    ...knob(id(`attr-${attribute.name}`), attribute),
  }));
  const language = select(id('language'), languages);
  const ground = select(id('ground'), grounds);
  const width = select(id('width'), widths);
  width.value = 'full';
  if (matchMedia('(prefers-color-scheme: dark)').matches) ground.value = 'dark';

  for (const { attribute, control } of knobs) {
    const start = starts[`${tagName} ${attribute.name}`];
    if (start && control instanceof HTMLInputElement) control.value = start;
  }

  const element = document.createElement(tagName);
  element.append(fallbackIn(language.value));
  const frame = make('div', { class: 'frame' }, element);
  const preview = make(
    'div',
    { class: 'preview', tabindex: '0', role: 'region', 'aria-label': `Preview of ${tagName}` },
    frame,
  );
  const code = make('code');
  const status = make('p', { class: 'status', role: 'status' });
  const copyButton = make('button', { type: 'button' }, 'Copy the snippet');
  copyButton.addEventListener('click', () => copy(code, status));

  function show() {
    if (element.lang !== language.value) {
      element.lang = language.value;
      element.replaceChildren(fallbackIn(language.value));
    }
    for (const { attribute, read } of knobs) {
      const value = read();
      if (value === undefined) element.removeAttribute(attribute.name);
      else if (value !== element.getAttribute(attribute.name)) element.setAttribute(attribute.name, value);
    }
    preview.className = `preview ${ground.value}`;
    frame.className = `frame width-${width.value}`;
    code.textContent = snippetOf(element);
    status.textContent = '';
  }

  const form = make(
    'form',
    { class: 'knobs', 'aria-label': `Settings of ${tagName}`, autocomplete: 'off' },
    ...(knobs.length
      ? [
          make(
            'fieldset',
            {},
            make('legend', {}, 'Attributes'),
            ...knobs.map(({ attribute, control }) => field(attribute.name, control, attribute.description)),
          ),
        ]
      : []),
    make(
      'fieldset',
      {},
      make('legend', {}, 'Preview'),
      field('Language', language),
      field('Ground', ground),
      field('Width', width),
    ),
  );
  form.addEventListener('input', show);
  form.addEventListener('submit', event => event.preventDefault());
  show();

  return make(
    'section',
    { class: 'width workbench', 'aria-labelledby': tagName },
    make('h2', { id: tagName, tabindex: '-1' }, make('code', {}, tagName)),
    make('p', {}, summary),
    make(
      'div',
      { class: 'bench' },
      form,
      make(
        'div',
        { class: 'result' },
        preview,
        make('pre', { class: 'snippet', tabindex: '0', 'aria-label': 'Snippet to paste' }, code),
        make('p', { class: 'copy' }, copyButton),
        status,
      ),
    ),
  );
}

const declarations = manifest.modules.flatMap(module => module.declarations ?? []);
// The number comes first.
const first = 'havn-hotline-banner';
const elements = declarations
  .flatMap(declaration => {
    const { tagName } = declaration;
    return tagName ? [{ ...declaration, tagName }] : [];
  })
  .sort((a, b) => Number(b.tagName === first) - Number(a.tagName === first));

document.querySelector('#workbenches')?.replaceChildren(...elements.map(workbench));
document
  .querySelector('#elements-nav')
  ?.replaceChildren(
    ...elements.map(({ tagName }) => make('li', {}, make('a', { href: `#${tagName}` }, tagName))),
  );
// The element that the hash in the address names did not exist when the page was parsed.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
