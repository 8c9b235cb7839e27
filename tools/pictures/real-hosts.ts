/**
 * Pages as partners have them: the real style sheets of a design system, a typical page in its own class names, and all
 * our elements in it. For the tests.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesBeside } from '../build/entries.js';
import { helpline } from '../build/helpline.js';

const root = new URL('../../', import.meta.url);

/** `script`: what loads ours */
interface Variant {
  isDark?: boolean;
  dir?: 'ltr' | 'rtl';
  script?: string;
}

/** The classes that a system gives to the words of an article. */
interface Words {
  h1?: string;
  h2?: string;
  p?: string;
  ul?: string;
  a?: string;
  button?: string;
  table?: string;
  input?: string;
  label?: string;
}
interface Host {
  name: string;
  /** files, from node_modules or absolute */
  sheets: (variant: Variant) => string[];
  /** what a web editor adds */
  own?: string;
  /** attributes of <html>; without them the host has no dark mode */
  dark?: string;
  words: Words;
  body: (parts: { top: string; article: string; side: string }) => string;
  /** why it is not here */
  missing?: () => string | undefined;
  /** more of its styles, made by the host itself */
  inline?: (variant: Variant) => string;
}

const wordpress = '/usr/share/wordpress';
const blocks = `${wordpress}/wp-includes/css/dist/block-library`;

export const hosts: Record<string, Host> = {
  'bootstrap-3': {
    name: 'Bootstrap 3',
    sheets: () => ['bootstrap-3/dist/css/bootstrap.css', 'bootstrap-3/dist/css/bootstrap-theme.css'],
    words: {
      h1: 'page-header',
      p: 'lead',
      button: 'btn btn-primary',
      table: 'table table-striped',
      input: 'form-control',
      label: 'control-label',
    },
    body: ({ top, article, side }) => `
      <nav class="navbar navbar-default navbar-static-top"><div class="container">
        <div class="navbar-header"><a class="navbar-brand" href="#">Eksempelvik kommune</a></div>
        <ul class="nav navbar-nav"><li class="active"><a href="#">Hjelp</a></li><li><a href="#">Kontakt</a></li></ul>
      </div></nav>
      <div class="container">${top}
        <div class="row"><div class="col-md-8">${article}</div>
          <div class="col-md-4"><div class="well">${side}</div></div></div>
        <footer><hr><p class="text-muted">Eksempelvik kommune</p></footer>
      </div>`,
  },
  'bootstrap-5': {
    name: 'Bootstrap 5',
    sheets: ({ dir }) => [`bootstrap/dist/css/bootstrap${dir === 'rtl' ? '.rtl' : ''}.css`],
    dark: 'data-bs-theme="dark"',
    words: {
      h1: 'display-5',
      p: 'lead',
      ul: 'list-group list-group-flush',
      button: 'btn btn-primary',
      table: 'table table-striped',
      input: 'form-control',
      label: 'form-label',
    },
    body: ({ top, article, side }) => `
      <nav class="navbar navbar-expand bg-body-tertiary"><div class="container">
        <a class="navbar-brand" href="#">Eksempelvik kommune</a>
        <ul class="navbar-nav"><li class="nav-item"><a class="nav-link active" href="#">Hjelp</a></li></ul>
      </div></nav>
      <main class="container py-4">${top}
        <div class="row g-4 mt-1"><article class="col-md-8">${article}</article>
          <aside class="col-md-4"><div class="card"><div class="card-body">${side}</div></div></aside></div>
      </main>
      <footer class="container border-top py-3 text-body-secondary">Eksempelvik kommune</footer>`,
  },
  aksel: {
    name: 'Aksel (NAV)',
    sheets: () => ['@navikt/ds-css/dist/index.css'],
    dark: 'class="dark"',
    own: `body { background: var(--ax-bg-default); color: var(--ax-text-neutral) }
      .columns { display: grid; gap: var(--ax-space-32) }
      @media (min-width: 768px) { .columns { grid-template-columns: 2fr 1fr } }
      .columns > * { min-width: 0 }`,
    words: {
      h1: 'aksel-heading aksel-heading--xlarge aksel-typo--spacing',
      h2: 'aksel-heading aksel-heading--medium aksel-typo--spacing',
      p: 'aksel-body-long aksel-typo--spacing',
      ul: 'aksel-list',
      a: 'aksel-link',
      button: 'aksel-button',
      table: 'aksel-table',
      input: 'aksel-text-field__input',
      label: 'aksel-form-field__label aksel-label',
    },
    body: ({ top, article, side }) => `
      <div class="aksel-page">
        <header class="aksel-internalheader"><a class="aksel-internalheader__title" href="#">Nav</a></header>
        <main class="aksel-page__content--grow aksel-pageblock aksel-pageblock--lg aksel-pageblock--gutters">${top}
          <div class="columns"><article>${article}</article><aside>${side}</aside></div>
        </main>
        <footer class="aksel-pageblock aksel-pageblock--lg aksel-pageblock--gutters">
          <p class="aksel-detail">Nav</p></footer>
      </div>`,
  },
  designsystemet: {
    name: 'Designsystemet (Digdir)',
    sheets: () => [
      '@digdir/designsystemet-theme/src/themes/designsystemet.css',
      '@digdir/designsystemet-css/dist/src/index.css',
    ],
    dark: 'data-color-scheme="dark"',
    own: `body { margin: 0; background: var(--ds-color-background-default) }
      header, main, footer { padding: 16px; max-width: 1100px; margin: 0 auto }
      .columns { display: grid; gap: 32px }
      @media (min-width: 768px) { .columns { grid-template-columns: 2fr 1fr } }
      .columns > * { min-width: 0 }`,
    words: {
      h1: 'ds-heading" data-size="xl',
      h2: 'ds-heading" data-size="md',
      p: 'ds-paragraph',
      ul: 'ds-list',
      a: 'ds-link',
      button: 'ds-button',
      table: 'ds-table',
      input: 'ds-input',
      label: 'ds-label',
    },
    body: ({ top, article, side }) => `
      <header><a class="ds-link" href="#">Digitaliseringsdirektoratet</a></header>
      <main>${top}<div class="columns"><article>${article}</article>
        <aside><div class="ds-card" data-color="neutral">${side}</div></aside></div></main>
      <footer><p class="ds-paragraph" data-size="sm">Digitaliseringsdirektoratet</p></footer>`,
  },
  punkt: {
    name: 'Punkt (Oslo)',
    sheets: () => ['@oslokommune/punkt-css/dist/css/pkt.css'],
    dark: 'data-mode="dark"',
    own: 'body { margin: 0; background: var(--pkt-color-background-default) } .pkt-cell { min-width: 0 }',
    words: {
      h1: 'pkt-txt-40-medium',
      h2: 'pkt-txt-24-medium',
      p: 'pkt-txt-18-light',
      ul: 'pkt-list',
      a: 'pkt-link',
      button: 'pkt-btn',
      table: 'pkt-table',
      input: 'pkt-input',
      label: 'pkt-inputwrapper__label',
    },
    body: ({ top, article, side }) => `
      <header class="pkt-header"><a class="pkt-link" href="#">Oslo kommune</a></header>
      <main class="pkt-container">${top}
        <div class="pkt-grid"><article class="pkt-cell pkt-cell--span12 pkt-cell--span8-tablet-up">${article}</article>
          <aside class="pkt-cell pkt-cell--span12 pkt-cell--span4-tablet-up">${side}</aside></div></main>
      <footer class="pkt-footer-simple"><div class="pkt-footer-simple__container">
        <ul class="pkt-footer-simple__list"><li class="pkt-footer-simple__list-item">Oslo kommune</li></ul>
      </div></footer>`,
  },
  wordpress: {
    name: 'WordPress, blocks of Twenty Twenty-Five',
    missing: () =>
      ['wp-includes', 'wp-content/themes/twentytwentyfive'].every(folder =>
        existsSync(join(wordpress, folder)),
      )
        ? undefined
        : 'needs the packages wordpress, wordpress-theme-twentytwentyfive and php-cli of Debian',
    sheets: ({ dir }) => [
      ...['common', 'style', 'theme'].map(name => `${blocks}/${name}${dir === 'rtl' ? '-rtl' : ''}.css`),
      `${wordpress}/wp-content/themes/twentytwentyfive/style.css`,
    ],
    // Its dark variation does not tell browsers that it is dark.
    dark: 'data-evening',
    inline: ({ isDark }) =>
      execFileSync(
        'php',
        [
          new URL('tools/pictures/wordpress-styles.php', root).pathname,
          wordpress,
          ...(isDark ? ['01-evening'] : []),
        ],
        { encoding: 'utf8' },
      ),
    words: {
      h1: 'wp-block-post-title',
      h2: 'wp-block-heading',
      ul: 'wp-block-list',
      button: 'wp-block-button__link wp-element-button',
      table: 'wp-block-table',
    },
    body: ({ top, article, side }) => `
      <div class="wp-site-blocks">
        <header class="wp-block-template-part"><div class="wp-block-group alignfull is-layout-flow">
          <div class="wp-block-group has-global-padding is-layout-constrained">
            <p class="wp-block-site-title"><a href="#">Frivillig Eksempelvik</a></p>${top}</div></div></header>
        <main class="wp-block-group has-global-padding is-layout-constrained">
          <div class="entry-content wp-block-post-content has-global-padding is-layout-constrained">${article}
            <div class="wp-block-columns is-layout-flex"><div class="wp-block-column is-layout-flow"><p>Ring oss.</p></div>
              <div class="wp-block-column is-layout-flow">${side}</div></div>
          </div></main>
        <footer class="wp-block-template-part has-global-padding is-layout-constrained"><p>Frivillig Eksempelvik</p></footer>
      </div>`,
  },
  tailwind: {
    name: 'Tailwind, its reset alone',
    sheets: () => ['tailwindcss/theme.css', 'tailwindcss/preflight.css'],
    own: `body { max-width: 60rem; margin: 0 auto; padding: 1rem }
      .columns { display: grid; gap: 2rem }
      @media (min-width: 768px) { .columns { grid-template-columns: 2fr 1fr } }
      .columns > * { min-width: 0 }`,
    words: {},
    body: ({ top, article, side }) => `
      <header><nav><a href="#">Eksempelvik</a></nav></header>
      <main>${top}<div class="columns"><article>${article}</article><aside>${side}</aside></div></main>
      <footer><p>Eksempelvik</p></footer>`,
  },
};

const fallback = `<p>ROSA: ${helpline.link}</p>`;
const tag = (name: string, attributes: string = '') =>
  `<havn-${name} ${attributes}>${fallback}</havn-${name}>`;

const known = [
  tag('hotline-banner', 'layout="card" exit'),
  tag('language-menu'),
  tag('service-finder', 'page-size="6"'),
  tag('entitlements-list'),
  tag('permit-guide'),
  tag('referral-guide', 'profession="health"'),
  tag('return-guide'),
  tag('contact-directory', 'audience="professional"'),
  tag('pathway', 'step="2"'),
  tag('service-card', 'service="rosa-helpline"'),
  tag('quick-exit'),
];
const inArticle = [...known, ...namesBeside(known.join('')).map(name => tag(name))];

/** How the classes of a host come to stand in a tag. */
const classes = (names: string | undefined) => (names ? ` class="${names}"` : '');

/** What the host itself says between our elements. */
const sayings = (words: Words): string[] => [
  `<h1${classes(words.h1)}>Hjelp til deg som er utsatt</h1><p${classes(words.p)}>Du kan ringe, eller <a href="#"${classes(words.a)}>møte opp hos oss</a>. Vi har taushetsplikt.</p>`,
  `<h2${classes(words.h2)}>Hvem kan du snakke med?</h2><ul${classes(words.ul)}><li>Legevakta</li><li>Krisesenteret</li></ul>`,
  `<p${classes(words.p)}><button type="button"${classes(words.button)}>Skriv til oss</button></p>`,
  `<table${classes(words.table)}><thead><tr><th>Dag</th><th>Åpent</th></tr></thead><tbody><tr><td>Mandag</td><td>9–15</td></tr></tbody></table>`,
  `<label for="hostField"${classes(words.label)}>Søk i nettstedet</label><input id="hostField"${classes(words.input)} value="hjelp">`,
];

function articleOf({ words }: Host, elements: string[]) {
  const said = sayings(words);
  return elements
    .map((element, index) => `${said[index] ?? `<h2${classes(words.h2)}>Mer</h2>`}${element}`)
    .join('\n');
}

function hostOf(key: string): Host {
  const host = hosts[key];
  if (!host) throw new Error(`There is no host ${key}`);
  return host;
}

/** The page of a host. */
export function hostPage(key: string, { isDark = false, dir = 'ltr', script = '' }: Variant) {
  const host = hostOf(key);
  const lang = dir === 'rtl' ? 'ar' : 'nb';
  const body = host.body({
    top: tag('hotline-banner', 'exit'),
    article: articleOf(host, inArticle),
    side: tag('hotline-banner', 'layout="card"'),
  });
  return `<!doctype html><html lang="${lang}" dir="${dir}" ${isDark ? host.dark : ''}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${host.name}</title>
<link rel="stylesheet" href="/host/${key}${isDark ? '-dark' : ''}-${dir}.css">${script}</head><body>${body}</body></html>`;
}

const read = (path: string) =>
  readFileSync(path.startsWith('/') ? path : new URL(`node_modules/${path}`, root), 'utf8').replace(
    '@charset "UTF-8";',
    '',
  );

/** All that a host styles its page with, as one sheet, at the address that its page asks for. */
export function hostSheet(key: string, { isDark = false, dir = 'ltr' }: Variant) {
  const { sheets, own = '', inline = () => '' } = hostOf(key);
  return {
    address: `/host/${key}${isDark ? '-dark' : ''}-${dir}.css`,
    body: [...sheets({ dir }).map(read), inline({ isDark }), own].join('\n'),
  };
}
