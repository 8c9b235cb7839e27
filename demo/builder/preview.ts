/**
 * The page in the preview: shows what the builder sends, and nothing in it leads away. It gets messages, so that no
 * choice is in an address. It runs before the script of the elements.
 */
import { listen, type Shown, tell } from './messages.js';
import { pictureOfPreview } from './picture.js';

const host = opener ?? (parent === self ? null : parent);
const styles = new CSSStyleSheet();
const own = new CSSStyleSheet();
styles.replaceSync(Reflect.get(globalThis, 'havnStyles'));
document.adoptedStyleSheets = [styles, own];

/** For servers whose policy requires Trusted Types: all HTML and scripts here come from the build. */
const policy = Reflect.get(globalThis, 'trustedTypes')?.createPolicy('havn-builder', {
  createHTML: (html: string) => html,
  createScriptURL: (address: string) => address,
});

/** Cancels an event that would leave the preview, before any other listener gets it. */
function stop(event: Event) {
  const path = event.composedPath().filter(node => node instanceof Element);
  const isLink = path.some(node => node.matches('a[href]'));
  // The exit also listens to clicks around its link, except on what opens and closes.
  const isExit = path.some(node => node.matches('[popover]')) && !path.some(node => node.matches('summary'));
  if (!isLink && !isExit) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
// Trying the preview must not call a number or leave the page.
for (const type of ['click', 'auxclick', 'dragstart']) addEventListener(type, stop, true);
for (const type of ['keydown', 'keyup'])
  addEventListener(
    type,
    event => {
      // Pressed three times, Shift would leave the builder.
      if ((event as KeyboardEvent).key === 'Shift') event.stopImmediatePropagation();
    },
    true,
  );

const languageFiles: Set<string> = new Set();

/** In a page that was opened by a double click the elements have no server to load a language from. */
function loadLanguage(file: string) {
  if (!file || location.protocol !== 'file:' || languageFiles.has(file)) return;
  languageFiles.add(file);
  const script = document.createElement('script');
  const address = `havn/${file}`;
  script.src = policy?.createScriptURL(address) ?? address;
  document.head.append(script);
}

function setAttributes(element: Element, attributes: [string, string][]) {
  const names = attributes.map(([name]) => name);
  for (const name of element.getAttributeNames()) if (!names.includes(name)) element.removeAttribute(name);
  for (const [name, value] of attributes)
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function showElements({ elements, fallback, languageFile }: Shown) {
  const { body } = document;
  const old = [...body.children];
  const shown = elements.map(({ tag, attributes }, index) => {
    const same = old[index];
    const element = same?.localName === tag ? same : document.createElement(tag);
    setAttributes(element, attributes);
    const line = document.createElement('p');
    line.dir = fallback.direction;
    line.textContent = `${fallback.words}: ${fallback.number}`;
    element.replaceChildren(line);
    return element;
  });
  if (old.length !== shown.length || shown.some((element, index) => element !== old[index]))
    body.replaceChildren(...shown);
  loadLanguage(languageFile);
}

function showPlain(html: string) {
  const { body } = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
  document.body.replaceChildren(...[...body.childNodes].map(node => document.importNode(node, true)));
}

let shownEdited = 0;
let goal: Element | undefined;

/** Not scrollIntoView(), which would also scroll the page around the preview. */
const showGoal = () => {
  if (goal) scrollTo(0, goal.getBoundingClientRect().top + scrollY - 16);
};

/** Brings the element in sight that is being edited from now on, until all have their height. */
function follow(edited: number) {
  if (edited === shownEdited) return;
  shownEdited = edited;
  goal = document.body.children[edited];
  showGoal();
  setTimeout(() => {
    goal = undefined;
  }, 500);
}

listen(async (data, source) => {
  if (source !== host) return;
  if (data?.kind === 'picture')
    tell(host, { kind: 'picture', picture: await pictureOfPreview().catch(() => undefined) });
  if (data?.kind !== 'show') return;
  const shown: Shown = data.shown;
  document.documentElement.lang = shown.language;
  document.documentElement.dir = shown.fallback.direction;
  document.documentElement.className = shown.ground;
  own.replaceSync(shown.style);
  const plain = shown.elements.map(({ plain }) => plain).join('\n');
  if (plain.trim()) showPlain(plain);
  else showElements(shown);
  follow(shown.edited);
});

const measured = () => Math.ceil(document.documentElement.getBoundingClientRect().height);
new ResizeObserver(() => {
  // An empty page has no height to tell.
  if (document.body.childElementCount) tell(host, { kind: 'height', height: measured() });
  showGoal();
}).observe(document.documentElement);
addEventListener('load', () => tell(host, { kind: 'new' }));
