/** The search of the documentation: what is typed stays on the page, and is forgotten with it. */
import MiniSearch, { type SearchResult } from 'minisearch';
import { searchOptions } from './options.js';

const mostResults = 30;

function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const node = document.getElementById(id);
  if (!(node instanceof type)) throw new Error(`The page has no #${id}`);
  return node;
}

function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** @param index as MiniSearch writes it */
export function startSearch(index: string) {
  const search = MiniSearch.loadJSON(index, searchOptions);
  const form = find('search', HTMLFormElement);
  const field = find('search-field', HTMLInputElement);
  const status = find('search-status', HTMLElement);
  const results = find('search-results', HTMLElement);
  const { root = '', nothing = '', one = '', other = '', foreign = '' } = form.dataset;
  const pageLanguage = document.documentElement.lang;

  function resultOf({ title, heading, url, place, language, excerpt }: SearchResult) {
    const isForeign = language !== pageLanguage;
    const link = make(
      'a',
      { href: root + url, ...(isForeign && { hreflang: language }) },
      heading === title ? title : `${title}: ${heading}`,
    );
    return make(
      'li',
      {},
      link,
      make('p', { class: 'note' }, isForeign ? `${place} (${foreign})` : place),
      ...(excerpt ? [make('p', {}, excerpt)] : []),
    );
  }

  function show() {
    const text = field.value.trim();
    const found = text ? search.search(text) : [];
    results.replaceChildren(...found.slice(0, mostResults).map(resultOf));
    const sentence = found.length === 0 ? nothing : found.length === 1 ? one : other;
    status.textContent = text ? sentence.replace('{count}', String(found.length)) : '';
  }

  field.addEventListener('input', show);
  form.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    field.value = '';
    show();
  });
  // A browser may have kept what was typed before.
  show();
}
