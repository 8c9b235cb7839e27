/**
 * The embed builder: a form for web editors, a preview of the real element, and the code to paste. It is a folder of
 * static files (tools/build/builder.ts). It works on any server under `default-src 'none'; script-src 'self';
 * style-src 'self'; frame-src 'self'; img-src data:` with Trusted Types required, and also when the file is opened by a
 * double click. It loads nothing from outside its own folder, and stores nothing: no choice is put into the address.
 * Only the address of the files stays through a reload, in the state of this page's own entry of the history.
 */
import { type Attribute, elementOf, factsOf, type General } from './facts.js';
import type { Shown } from './messages.js';
import { listen, tell } from './messages.js';
import { loadPlain } from './plain.js';
import {
  attributesOf,
  type Choice,
  type Chosen,
  type Extra,
  exampleFolder,
  feedAddress,
  folderOf,
  isLimited,
  isOffered,
  isPossible,
  needsPlain,
  type Part,
  type Parts,
  type Piece,
  readable,
  snippetOf,
  styleOf,
  type Way,
  ways,
} from './snippet.js';
import { type AttributeWords, words } from './words.js';

type PageLanguage = keyof typeof words;
interface Setting {
  attribute: Attribute;
  read: () => string | undefined;
  tell: (isRefused: boolean) => void;
}

const general: General = Reflect.get(globalThis, 'havnFacts');

/** Whether the preview stays at the bottom of the window, beside the choices (builder.css). */
const isPinned = matchMedia('(max-width: 63.99rem) and (min-height: 30rem)');

/** The maximum height of the preview in pixels; a higher element scrolls. */
const tallest = () => (isPinned.matches ? Math.round(innerHeight * 0.35) : 720);

/** The most values that are shown as a row of buttons; for more a list is shorter. */
const mostButtons = 3;

function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const node = document.getElementById(id);
  if (!(node instanceof type)) throw new Error(`The page has no #${id}`);
  return node;
}

const form = find('choices', HTMLFormElement);
const pageLanguage = find('page-language', HTMLSelectElement);
const element = find('element', HTMLSelectElement);
const language = find('language', HTMLSelectElement);
const accent = find('accent', HTMLInputElement);
const accentCode = find('accent-code', HTMLInputElement);
const radius = find('radius', HTMLInputElement);
const folder = find('folder', HTMLInputElement);
const feed = find('feed', HTMLInputElement);
const extras: [Extra, HTMLInputElement][] = [
  ['steady', find('steady', HTMLInputElement)],
  ['fixed', find('fixed', HTMLInputElement)],
  ['brand', find('brand', HTMLInputElement)],
];
const stage = find('stage', HTMLElement);
const pinned = find('pinned', HTMLElement);
const fold = find('fold', HTMLElement);
const preview = find('preview', HTMLIFrameElement);

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

/** Text in backticks becomes code. */
const rich = (text: string) =>
  text.split('`').map((part, index) => (index % 2 ? make('code', {}, part) : document.createTextNode(part)));

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The language of this page: the one in the address, if it is one of ours. */
function languageAsked(): PageLanguage {
  const asked = new URLSearchParams(location.search).get('lang') ?? '';
  return Object.hasOwn(words, asked) ? (asked as PageLanguage) : 'nb';
}

let spoken: PageLanguage = languageAsked();
const say = () => words[spoken].say;

/** The elements of the snippet, and the index of the one that is being edited. */
const elements: [Chosen, ...Chosen[]] = [
  { element: 'hotline-banner', attributes: { service: 'rosa-helpline' } },
];
let edited = 0;
const current = () => elements[edited] ?? elements[0];

/** The radio buttons of the ways to embed. */
const wayButtons: Map<Way, HTMLInputElement> = new Map();

/** The settings of the element that is being edited. */
let settings: Setting[] = [];

const wayChosen = (): Way => ways.find(way => wayButtons.get(way)?.checked) ?? 'tag';

/** The default colours and sizes. */
const usual = () => {
  const { properties } = elementOf(general, current().element);
  return {
    accent: properties['--havn-accent'] ?? '',
    radius: Number.parseInt(properties['--havn-radius'] ?? '', 10),
  };
};

function choicesMade(): [Choice, ...Choice[]] {
  const colour = accent.value.toLowerCase();
  const same = {
    language: language.value,
    accent: colour === usual().accent ? '' : colour,
    radius: radius.value === String(usual().radius) ? '' : radius.value,
    folder: folder.value,
    way: wayChosen(),
    extras: extras.filter(([, control]) => control.checked).map(([extra]) => extra),
    feed: feed.value,
  };
  const [first, ...others] = elements;
  return [{ ...first, ...same }, ...others.map(chosen => ({ ...chosen, ...same }))];
}

function fill(list: HTMLSelectElement, options: { value: string; name: string }[]) {
  const { value } = list;
  list.replaceChildren(...options.map(option => make('option', { value: option.value }, option.name)));
  if (options.some(option => option.value === value)) list.value = value;
}

function field(id: string, label: string, control: HTMLElement, hint: string | undefined) {
  const problem = make('p', { class: 'problem', id: `${id}-problem`, hidden: '' }, say().invalid);
  const hints = hint ? [make('p', { class: 'hint', id: `${id}-hint` }, ...rich(hint))] : [];
  control.id = id;
  control.setAttribute('aria-describedby', [...hints, problem].map(node => node.id).join(' '));
  return {
    node: make('div', { class: 'field' }, make('label', { for: id }, label), control, ...hints, problem),
    tell(isRefused: boolean) {
      problem.hidden = !isRefused;
      control.setAttribute('aria-invalid', String(isRefused));
    },
  };
}

/** A radio button or a checkbox, with its label. */
function button(attributes: Record<string, string>, label: string, hint?: string) {
  const control = make('input', { autocomplete: 'off', ...attributes });
  const hints = hint ? [make('p', { class: 'hint', id: `${attributes.id}-hint` }, ...rich(hint))] : [];
  if (hint) control.setAttribute('aria-describedby', `${attributes.id}-hint`);
  const name = make('label', { for: control.id }, label);
  return { control, node: make('div', { class: 'choice' }, control, name, ...hints) };
}

/** A control for an attribute, by its type in the manifest. */
function settingFor(attribute: Attribute): Setting & { node: HTMLElement } {
  const entered = current().attributes;
  const { name, type, preset } = attribute;
  const known: Partial<AttributeWords> = words[spoken].attributes[name] ?? { hint: attribute.description };
  const { label = name, hint, values: valueNames } = known;
  const id = `setting-${name}`;
  const values = name === 'service' ? general.services : attribute.values;
  const choices = values.map(value => ({
    value,
    name: capitalised(valueNames?.[value] ?? general.names[spoken]?.[`${name}.${value}`] ?? value),
  }));

  if (type === 'boolean') {
    const { control, node } = button({ id, type: 'checkbox' }, label, hint);
    control.checked = name in entered;
    return { attribute, node, read: () => (control.checked ? '' : undefined), tell: () => {} };
  }

  if (choices.length && choices.length <= mostButtons && preset !== undefined) {
    const buttons = choices.map(choice => {
      const made = button(
        { id: `${id}-${choice.value}`, type: 'radio', name: id, value: choice.value },
        choice.name,
      );
      made.control.checked = choice.value === (entered[name] ?? preset);
      return made;
    });
    const node = make('fieldset', {}, make('legend', {}, label), ...buttons.map(made => made.node));
    const read = () => buttons.find(({ control }) => control.checked)?.control.value;
    return { attribute, node, read, tell: () => {} };
  }

  if (choices.length) {
    const list = make('select', { autocomplete: 'off' });
    const usualName = choices.find(({ value }) => value === preset)?.name;
    const none = { value: '', name: usualName ? say().usual.replace('{value}', usualName) : say().notSet };
    fill(list, name === 'service' ? choices : [none, ...choices.filter(({ value }) => value !== preset)]);
    list.value = entered[name] ?? '';
    return { attribute, ...field(id, label, list, hint), read: () => list.value || undefined };
  }

  const text = make('input', {
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'none',
    ...(type === 'number'
      ? {
          type: 'number',
          min: String(attribute.least),
          ...(attribute.most !== undefined && { max: String(attribute.most) }),
        }
      : { type: 'text', inputmode: 'url' }),
    ...(preset !== undefined && { placeholder: preset }),
  });
  text.value = entered[name] ?? '';
  return { attribute, ...field(id, label, text, hint), read: () => text.value || undefined };
}

/** The list of the elements, where there are several: a radio button chooses the one to edit. */
function makeList() {
  const listed = elements.length > 1 ? elements : [];
  const made = listed.map(({ element: name }, index) => {
    const label = `${index + 1}. ${words[spoken].elements[name]?.name ?? name}`;
    const { control, node } = button({ id: `chosen-${index}`, type: 'radio', name: 'edited' }, label);
    control.checked = index === edited;
    control.addEventListener('input', () => edit(index));
    const remove = make('button', { type: 'button', class: 'quiet' }, say().remove);
    remove.setAttribute('aria-label', `${say().remove}: ${label}`);
    remove.addEventListener('click', () => {
      elements.splice(index, 1);
      edit(Math.min(index < edited ? edited - 1 : edited, elements.length - 1));
      const list = find('chosen', HTMLElement);
      (list.hidden ? element : find(`chosen-${edited}`, HTMLElement)).focus();
    });
    return make('li', { class: 'row' }, node, remove);
  });
  find('chosen', HTMLElement).hidden = !listed.length;
  find('chosen-list', HTMLElement).replaceChildren(...made);
}

/** @param index of the element to edit from now on */
function edit(index: number) {
  edited = index;
  element.value = current().element;
  makeSettings();
  // A button that was pressed keeps the focus.
  if (document.activeElement?.id !== `chosen-${index}`) makeList();
  void attempt(show);
}

function makeSettings() {
  const { name, attributes, summary } = elementOf(general, current().element);
  const made = attributes.map(settingFor);
  settings = made;
  find('attributes', HTMLElement).replaceChildren(...made.map(({ node }) => node));
  find('settings', HTMLFieldSetElement).hidden = made.length === 0;
  find('element-hint', HTMLElement).textContent = words[spoken].elements[name]?.what ?? summary;
}

function makeWays() {
  const chosen = wayChosen();
  const made = ways.map(way => {
    const { name, when } = words[spoken].ways[way];
    const { control, node } = button(
      { id: `way-${way}`, type: 'radio', name: 'way', value: way },
      name,
      when,
    );
    control.checked = way === chosen;
    wayButtons.set(way, control);
    return node;
  });
  find('ways', HTMLElement).replaceChildren(...made);
}

/** Shows all texts, and fills all lists whose words depend on the language of this page. */
function speak() {
  const { page, elements: names } = words[spoken];
  document.documentElement.lang = spoken;
  document.title = `Havn: ${page.title}`;
  for (const node of document.querySelectorAll('[data-words]'))
    node.replaceChildren(...rich(page[node.getAttribute('data-words') ?? ''] ?? ''));
  preview.title = say().frameTitle;
  // The site has two languages.
  const documentation = find('documentation', HTMLAnchorElement);
  if (!documentation.hidden) documentation.href = `../${spoken === 'en' ? 'en' : 'nb'}/`;

  // Chromium has no names of languages in nynorsk.
  const languageName = new Intl.DisplayNames([spoken, 'nb'], { type: 'language' });
  const inOrder = (code: string) => (general.bundled.includes(code) ? 0 : 1);
  fill(
    element,
    general.elements.map(({ name }) => ({ value: name, name: names[name]?.name ?? name })),
  );
  element.value = current().element;
  fill(
    language,
    general.languages
      .map(code => ({ value: code, name: capitalised(languageName.of(code) ?? code) }))
      .sort(
        (one, other) =>
          inOrder(one.value) - inOrder(other.value) || one.name.localeCompare(other.name, spoken),
      ),
  );
  makeList();
  makeSettings();
  makeWays();
}

/** @returns the hash for a Content-Security-Policy; none on a page without https */
async function hashOf(css: string): Promise<string | undefined> {
  if (!css || !globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

async function copied(box: HTMLTextAreaElement) {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    // No clipboard on plain http, or a policy forbids it: the old way. If that fails too, the text stays selected.
    box.focus();
    box.select();
    return document.execCommand('copy');
  }
}

/** The boxes that are shown. They are kept, so that a button with the focus keeps it. */
let shownPieces: { places: string; boxes: { box: HTMLTextAreaElement; status: HTMLElement }[] } = {
  places: '',
  boxes: [],
};

function showPieces(pieces: Piece[]) {
  const places = [spoken, ...pieces.map(({ place }) => place)].join(' ');
  if (shownPieces.places !== places) {
    const made = pieces.map(({ place }, index) => {
      const box = make('textarea', {
        id: `piece-${index + 1}`,
        readonly: '',
        rows: '6',
        spellcheck: 'false',
        autocomplete: 'off',
      });
      const copy = make('button', { type: 'button', 'aria-describedby': `place-${index + 1}` }, say().copy);
      const status = make('p', { role: 'status' });
      copy.addEventListener('click', async () => {
        const isCopied = await copied(box);
        const { copied: whole, copiedExample, marked } = say();
        const isExample = box.value.includes(exampleFolder);
        status.textContent = isCopied ? (isExample ? copiedExample : whole) : marked;
      });
      const label = make('label', { for: box.id, id: `place-${index + 1}` }, words[spoken].places[place]);
      return {
        box,
        status,
        node: make('div', { class: 'piece' }, label, box, make('div', { class: 'copy' }, copy, status)),
      };
    });
    find('pieces', HTMLElement).replaceChildren(...made.map(({ node }) => node));
    shownPieces = { places, boxes: made };
  }
  pieces.forEach(({ code }, index) => {
    const shown = shownPieces.boxes[index];
    if (!shown || shown.box.value === code) return;
    shown.box.value = code;
    shown.status.textContent = '';
  });
}

/** A size as text: `1.9 MB`. */
const sizeOf = (bytes: number) =>
  `${(bytes / 1e6).toLocaleString([spoken, 'nb'], { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;

function showFiles(files: string[], choice: Choice) {
  const beside = location.protocol === 'file:' ? ` ${say().filesBeside}` : '';
  const hint = files.length ? say().filesIn + beside : say().noFiles;
  const where = folderOf(choice.folder) ?? exampleFolder;
  find('files-hint', HTMLElement).replaceChildren(
    ...rich(hint.replaceAll('{folder}', where).replace('{version}', general.version)),
  );
  find('files-found', HTMLElement).hidden = !files.length;
  find('archive', HTMLElement).textContent = say().archive.replace('{size}', sizeOf(general.archiveSize));
  find('files', HTMLElement).replaceChildren(
    ...files.map(file => {
      const name = make('code', {}, `havn/${file}`);
      return make(
        'li',
        {},
        file.endsWith('/') ? name : make('a', { href: `havn/${file}`, download: '' }, name),
      );
    }),
  );
}

function showSnippet({ pieces, policies, files, notes }: ReturnType<typeof snippetOf>, choice: Choice) {
  const { ways: wayWords, notes: noteWords, policies: policyWords } = words[spoken];
  find('paste', HTMLElement).replaceChildren(...rich(wayWords[choice.way].paste));
  find('notes', HTMLElement).replaceChildren(...notes.map(note => make('li', {}, ...rich(noteWords[note]))));
  showPieces(pieces);
  showFiles(files, choice);
  find('policy-hint', HTMLElement).replaceChildren(...rich(say().policyHint));
  find('policies', HTMLElement).replaceChildren(
    ...policies.map(({ on, line }) =>
      make('div', {}, make('dt', {}, ...rich(policyWords[on])), make('dd', {}, make('code', {}, line))),
    ),
  );
}

/** Shows which choices can be combined, and which of the entered values cannot be used. */
function showLimits(choices: [Choice, ...Choice[]]) {
  const [{ way }] = choices;
  for (const [way, control] of wayButtons) control.disabled = !isPossible(way, choices, general);
  for (const option of language.options)
    option.disabled = isLimited(way) && !general.bundled.includes(option.value);
  const languageHint = find('language-hint', HTMLElement);
  languageHint.hidden = !isLimited(way);
  languageHint.textContent = say().limited;
  for (const { attribute, tell } of settings) {
    const text = current().attributes[attribute.name]?.trim() ?? '';
    tell(text !== '' && text !== attribute.preset && readable(attribute, text) === undefined);
  }
  const isFolderRefused = folderOf(folder.value) === undefined;
  find('folder-problem', HTMLElement).hidden = !isFolderRefused;
  folder.setAttribute('aria-invalid', String(isFolderRefused));
  accentCode.setAttribute('aria-invalid', String(!/^#[\da-f]{6}$/i.test(accentCode.value.trim())));
  const isOfferedWith = (extra: Extra | 'feed', data: General) =>
    choices.some(choice => isOffered(extra, choice, data));
  for (const [extra] of extras) find(`${extra}-field`, HTMLElement).hidden = !isOfferedWith(extra, general);
  find('feed-field', HTMLElement).hidden = !isOfferedWith('feed', general);
  find('no-feed', HTMLElement).hidden =
    general.hasFeed || !isOfferedWith('feed', { ...general, hasFeed: true });
  find('more', HTMLElement).hidden = way === 'npm' || way === 'frame';
  const isFeedRefused = feed.value.trim() !== '' && feedAddress(feed.value) === undefined;
  find('feed-problem', HTMLElement).hidden = !isFeedRefused;
  feed.setAttribute('aria-invalid', String(isFeedRefused));
  find('folder-field', HTMLElement).hidden = way === 'npm';
  find('look', HTMLElement).hidden = way === 'frame';
}

/** What was last sent to the preview; none at first. */
let toPreview: Shown | undefined;

/** Windows that show only the preview. */
const tabs: Set<Window> = new Set();

/** @param name of a group of radio buttons */
const checkedIn = (name: string) =>
  (document.querySelector(`input[name="${name}"]:checked`) as HTMLInputElement | null)?.value ?? '';

function showPreview(parts: Parts) {
  const [{ choice, facts }] = parts;
  const languageFile = `locales/${choice.language}.js`;
  toPreview = {
    language: choice.language,
    elements: parts.map(({ choice, facts }) => ({
      tag: `havn-${choice.element}`,
      // A page's own services are on its server, and the builder requests nothing from there.
      attributes: [
        ['lang', choice.language],
        ...attributesOf(choice, facts).filter(([name]) => name !== 'src'),
      ],
      plain: choice.way === 'html' ? facts.plain : '',
    })),
    edited,
    fallback: facts.fallback,
    style: choice.way === 'frame' ? '' : styleOf(choice),
    ground: checkedIn('ground'),
    languageFile: languageFile in general.integrity ? languageFile : '',
  };
  for (const window of [preview.contentWindow, ...tabs]) tell(window, { kind: 'show', shown: toPreview });
}

const sizes = new CSSStyleSheet();
/** What gets the focus is scrolled to where the preview does not cover it. */
const margins = new CSSStyleSheet();
document.adoptedStyleSheets = [sizes, margins];
/** Of the frame; before it tells its height, about that of the banner that is there at first, so that little moves. */
let contentHeight = 210;

/** Gives the frame the chosen width, and scales it down if there is less room. */
function fit() {
  const room = (stage.parentElement?.clientWidth ?? 0) - 2;
  const width = Number(checkedIn('width'));
  if (room <= 0 || !width) return;
  const scale = Math.min(1, room / width);
  const height = Math.max(120, Math.min(contentHeight, tallest() / scale));
  sizes.replaceSync(`
    .stage { inline-size: ${width * scale + 2}px; block-size: ${height * scale + 2}px }
    .stage iframe { inline-size: ${width}px; block-size: ${height}px; transform: scale(${scale}) }
  `);
  keepClear();
}

/** The preview may have grown over what has the focus, and over what gets it next. */
function keepClear() {
  margins.replaceSync(
    isPinned.matches ? `.choices * { scroll-margin-block-end: ${pinned.offsetHeight + 16}px }` : '',
  );
  uncover();
}

/** An element, with its plain HTML where the code has it. */
async function partOf(choice: Choice, styleHash?: string): Promise<Part> {
  const facts = factsOf(general, choice);
  const plain = needsPlain(choice, facts) ? await loadPlain(choice.element, choice.language) : '';
  return { choice, facts: { ...facts, plain, ...(styleHash && { styleHash }) } };
}

let turn = 0;

/** Updates everything that is shown. Results of an earlier call are dropped. */
async function show() {
  turn++;
  const mine = turn;
  find('picture-status', HTMLElement).textContent = '';
  const tagButton = wayButtons.get('tag');
  // The new element may not have the way that was chosen before.
  if (tagButton && !isPossible(wayChosen(), choicesMade(), general)) tagButton.checked = true;
  const choices = choicesMade();
  showLimits(choices);
  const [first, ...others] = choices;
  const styleHash = await hashOf(styleOf(first));
  const parts: Parts = [
    await partOf(first, styleHash),
    ...(await Promise.all(others.map(choice => partOf(choice)))),
  ];
  if (mine !== turn) return;
  showSnippet(snippetOf(parts), first);
  showPreview(parts);
}

const problem = find('problem', HTMLElement);

/** Shows what could not be read, instead of a snippet that may be wrong. */
async function attempt(step: () => void | Promise<void>) {
  try {
    await step();
    problem.hidden = true;
    find('bench', HTMLElement).hidden = false;
    fit();
  } catch (error) {
    console.error(error);
    problem.textContent = say().failed;
    problem.hidden = false;
    find('bench', HTMLElement).hidden = true;
  }
}

function keepFolder() {
  try {
    history.replaceState(folder.value === exampleFolder ? null : { folder: folder.value }, '');
  } catch {
    // Safari refuses more than a hundred changes in half a minute.
  }
}

function take({ target }: Event) {
  // The list makes the settings of another element.
  if (target instanceof HTMLInputElement && target.name === 'edited') return;
  const chosen = current();
  for (const { attribute, read } of settings) {
    const value = read();
    if (value === undefined) delete chosen.attributes[attribute.name];
    else chosen.attributes[attribute.name] = value;
  }
  if (target === element) {
    chosen.element = element.value;
    makeSettings();
    makeList();
  }
  if (target === folder) keepFolder();
  if (target === accent) accentCode.value = accent.value;
  const code = accentCode.value.trim();
  if (target === accentCode && /^#[\da-f]{6}$/i.test(code)) accent.value = code;
  void attempt(show);
}

form.addEventListener('input', take);
find('add', HTMLElement).addEventListener('click', () => {
  const isThere = (name: string) => elements.some(chosen => chosen.element === name);
  const { name } =
    general.elements.find(({ name }) => !isThere(name)) ?? elementOf(general, current().element);
  // The audience and the page's own services stay the same.
  elements.push({ element: name, attributes: { ...current().attributes } });
  edit(elements.length - 1);
  element.focus();
});
form.addEventListener('submit', event => event.preventDefault());
pageLanguage.addEventListener('input', () => {
  const asked = pageLanguage.value;
  if (!(asked in words)) return;
  spoken = asked as PageLanguage;
  void attempt(() => {
    speak();
    return show();
  });
});
for (const control of document.querySelectorAll('input[name="width"]'))
  control.addEventListener('input', fit);
for (const control of document.querySelectorAll('input[name="ground"]'))
  control.addEventListener('input', () => void attempt(show));
find('alone', HTMLElement).addEventListener('click', () => {
  const tab = open('preview.html');
  if (tab) tabs.add(tab);
});
function savePicture(picture: Blob) {
  const address = URL.createObjectURL(picture);
  make('a', {
    href: address,
    download: `havn-${elements.map(chosen => chosen.element).join('-')}-${language.value}.png`,
  }).click();
  // Not at once: the download has to have started.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

find('picture', HTMLElement).addEventListener('click', () =>
  tell(preview.contentWindow, { kind: 'picture' }),
);
listen((data, window) => {
  const isFrame = window === preview.contentWindow;
  if (!isFrame && !tabs.has(window)) return;
  if (data?.kind === 'new' && toPreview) tell(window, { kind: 'show', shown: toPreview });
  if (!isFrame) return;
  if (data.kind === 'picture') {
    if (data.picture) savePicture(data.picture);
    find('picture-status', HTMLElement).textContent = data.picture ? say().saved : say().notSaved;
  }
  if (data.kind === 'height' && data.height !== contentHeight) {
    contentHeight = data.height;
    fit();
  }
});
addEventListener('resize', fit);
/** Scrolls what has the focus clear of the preview: WebKit keeps no scroll margin when Tab moves the focus. */
function uncover() {
  const { activeElement } = document;
  if (!isPinned.matches || !activeElement?.closest('.choices') || pinned.contains(activeElement)) return;
  const { top, bottom } = activeElement.getBoundingClientRect();
  const covered = bottom + 16 - pinned.getBoundingClientRect().top;
  if (covered > 0 && top < innerHeight) scrollBy(0, covered);
}
// After the browser has scrolled by itself, which Firefox does later on a busy machine.
addEventListener('focusin', () => {
  for (const wait of [0, 100]) setTimeout(uncover, wait);
});
// What is said in it, or above the focus, may come after that.
const resized = new ResizeObserver(keepClear);
for (const box of [pinned, document.body]) resized.observe(box);
fold.addEventListener('click', () => {
  const isFolded = pinned.classList.toggle('folded');
  fold.setAttribute('aria-expanded', String(!isFolded));
  fit();
});

void attempt(() => {
  fill(
    pageLanguage,
    Object.entries(words).map(([value, { name }]) => ({ value, name })),
  );
  pageLanguage.value = spoken;
  find(matchMedia('(min-width: 64rem)').matches ? 'width-desktop' : 'width-phone', HTMLInputElement).checked =
    true;
  find(
    matchMedia('(prefers-color-scheme: dark)').matches ? 'ground-dark' : 'ground-light',
    HTMLInputElement,
  ).checked = true;
  speak();
  language.value = spoken;
  accent.value = usual().accent;
  accentCode.value = accent.value;
  radius.value = String(usual().radius);
  folder.value = history.state?.folder ?? exampleFolder;
  return show();
});
