/**
 * The cards of all services as plain HTML: one file for each language, with comments by which the plugin finds a card.
 */
import { readFileSync } from 'node:fs';
import { loadDirectory, type Service } from 'havn-widgets/directory';
import { formatPhone } from '../../../dist/npm/safety/text.js';
import { readJson } from '../read-json.js';
import { safeInWordPress } from './safe-html.js';

const dist = new URL('../../../dist/', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, dist), 'utf8');

/** The cards of the finder by service id, without the English originals. */
function cardsOfFinder(language: string) {
  const [own = ''] = text(`html/service-finder.${language}.html`).split('<p class="havn-draft">');
  const opening = /<li class="havn-card" data-service="([^"]+)">/;
  const [, ...pieces] = own.split(opening);
  return new Map(pieces.flatMap((id, index) => (index % 2 ? [] : [[id, cardFrom(pieces[index + 1] ?? '')]])));
}

/** The card in a list item, up to its closing tag. */
function cardFrom(rest: string) {
  let depth = 1;
  for (const { 0: tag, index } of rest.matchAll(/<(\/?)li\b[^>]*>/g)) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth === 0)
      return `<div class="havn-card">${rest.slice(0, index).replace(/(<\/?)h3\b/g, '$1h2')}</div>`;
  }
  throw new Error('wordpress: a card in dist/html does not close.');
}

const escaped = (html: string) => html.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/**
 * The card of a service only for professionals, which the finder's plain HTML does not have: its name, what it does,
 * for whom, and how to reach it, directly or through another service.
 */
function plainCard(service: Service, all: readonly Service[], language: string) {
  const translated =
    language === 'en' ? {} : readJson<Record<string, string>>(new URL(`facts/${language}.json`, dist));
  const words = (['description', 'eligibility_description', 'alert'] as const).flatMap(field => {
    const english = service[field];
    return english ? translated[`service.${service.id}.${field}`] || english : [];
  });
  const name = translated[`service.${service.id}.name`] ?? service.name;
  const { phones = [], email, url } = all.find(({ id }) => id === service.x_contact_through) ?? service;
  const links = [
    ...phones.map(({ number }) => ({ href: `tel:${number}`, shown: formatPhone(number) })),
    ...(email ? [{ href: `mailto:${email}`, shown: email }] : []),
    ...(url ? [{ href: url, shown: new URL(url).hostname.replace(/^www\./, '') }] : []),
  ].map(
    ({ href, shown }) =>
      `<a class="havn-target" href="${escaped(href)}" dir="ltr" rel="noreferrer"><bdi dir="ltr">${escaped(shown)}</bdi></a>`,
  );
  const paragraphs = words.map(word => `<p>${escaped(word)}</p>`).join('\n');
  return `<div class="havn-card"><h2 class="havn-name">${escaped(name)}</h2>\n${paragraphs}\n<p class="havn-contacts">${links.join(' ')}</p>\n</div>`;
}

export function cardsIn(language: string) {
  const all = loadDirectory().services;
  const own = cardsOfFinder(language);
  const english = cardsOfFinder('en');
  const page = text(`html/service-card.${language}.html`);
  const [opening] = /^<div[^>]*>/.exec(page) ?? [];
  const [notice] = /<p class="havn-draft">.*<\/p>/.exec(page) ?? [];
  const [summary] = /<summary>[^<]*<\/summary>(?=\n<div lang="en")/.exec(page) ?? [];
  return all
    .map(service => {
      const { id } = service;
      const card = own.get(id) ?? plainCard(service, all, language);
      const original = english.get(id) ?? plainCard(service, all, 'en');
      const folded = notice
        ? `\n${notice}\n<details class="havn-original">\n${summary}\n<div lang="en" dir="ltr">\n${original}\n</div>\n</details>`
        : '';
      return `<!--${id}-->\n${safeInWordPress(`${opening}\n${card}${folded}\n</div>`)}\n<!--/-->\n`;
    })
    .join('');
}
