/** The pages of the table on loading: the same content as plain HTML, with Havn and with each peer. */
import { readFileSync } from 'node:fs';
import { namesBeside } from '../build/entries.js';
import { documented } from '../test/documented.js';
import { call, type Folded, foldedTexts, line, nameOfHelpline } from './content.js';
import { bundled, type File, fromSass, inPackage } from './peers.js';

export interface Candidate {
  /** as the tables show it */
  name: string;
  /** of npm; none for plain HTML and Havn */
  packages: string[];
  /** what stands in the body */
  html: string;
  head?: string;
  files: File[];
}

/** measured together, each against the plain one */
export interface Family {
  title: string;
  plain: Candidate;
  others: Candidate[];
}

const said = `<p>${nameOfHelpline}: ${call}</p><p>${line}</p>`;

const ofDist = (file: string): File => ({ path: `/${file}`, body: readFileSync(`dist/${file}`) });

/** @returns as the README says it is pasted */
const havn = (name: string, file: string, html: string): Candidate => ({
  name: `Havn: ${name}`,
  packages: [],
  html: `${html}<script src="/${file}" defer></script>`,
  files: [ofDist(file)],
});

const withFallback = (tag: string, attributes: string = '') =>
  `<havn-${tag}${attributes}><p>${nameOfHelpline}: ${call}</p></havn-${tag}>`;

/** As docs/embedding.md advises: with the plain HTML in the tag nothing moves when the script comes. */
const withPlainHtml = (name: string) =>
  `<havn-${name}>${readFileSync(`dist/html/${name}.en.html`, 'utf8')}</havn-${name}>`;

const known = [
  withFallback('hotline-banner', ' exit'),
  withFallback('entitlements-list'),
  withFallback('service-finder'),
  withFallback('service-card', ' service="rosa-helpline"'),
  withFallback('contact-directory'),
  withFallback('permit-guide'),
  withFallback('referral-guide'),
  withFallback('return-guide'),
  withFallback('pathway'),
  withFallback('quick-exit'),
  withFallback('language-menu'),
].join('');
const everything =
  known +
  namesBeside(known)
    .map(name => withFallback(name))
    .join('');

const everyElement = (name: string) => havn(name, 'havn.js', everything);

async function peer(
  name: string,
  {
    packages,
    script,
    style,
    stylesFrom,
    html,
    head = '',
  }: { packages: string[]; script?: string; style: string; stylesFrom?: string; html: string; head?: string },
): Promise<Candidate> {
  const key = name.toLowerCase().replace(/\W+/g, '-');
  const files = [
    ...(await bundled(key, 'css', style, stylesFrom)),
    ...(script ? await bundled(key, 'js', script) : []),
  ];
  return {
    name,
    packages,
    html,
    head: `${head}<link rel="stylesheet" href="/${key}.css">${script ? `<script type="module" src="/${key}.js"></script>` : ''}`,
    files,
  };
}

/** The part of USWDS that its documentation calls a package. */
const uswdsStyles = () =>
  fromSass(`@use "uswds-core" with ($theme-show-notifications: false, $theme-show-compile-warnings: false);
@forward "usa-banner";`);

const uswdsBanner = `<section class="usa-banner" aria-label="Help">
<div class="usa-accordion">
<header class="usa-banner__header"><div class="usa-banner__inner">
<div class="grid-col-fill tablet:grid-col-auto"><div class="usa-banner__header-text">${said}</div></div>
<button type="button" class="usa-accordion__button usa-banner__button" aria-expanded="false" aria-controls="more"><span class="usa-banner__button-text">In danger now?</span></button>
</div></header>
<div class="usa-banner__content usa-accordion__content" id="more"><p>Call <a href="tel:112">112</a></p></div>
</div></section>`;

async function alerts(): Promise<Family> {
  return {
    title: 'The helpline’s number and a line of text',
    plain: { name: 'Plain HTML', packages: [], html: said, files: [] },
    others: [
      havn('banner alone', 'elements/hotline-banner.js', withPlainHtml('hotline-banner')),
      havn('banner alone, one line in the tag', 'elements/hotline-banner.js', withFallback('hotline-banner')),
      havn(
        'banner alone, script only',
        'elements/hotline-banner.js',
        '<havn-hotline-banner></havn-hotline-banner>',
      ),
      havn('havn.js, banner', 'havn.js', withPlainHtml('hotline-banner')),
      havn('havn.js, banner, script only', 'havn.js', '<havn-hotline-banner></havn-hotline-banner>'),
      everyElement('havn.js, every element'),
      await peer('USWDS banner', {
        packages: ['@uswds/uswds'],
        style: uswdsStyles(),
        stylesFrom: inPackage('@uswds/uswds', 'dist/css'),
        script: `import banner from '@uswds/uswds/js/usa-banner'; banner.on(document.body);`,
        html: uswdsBanner,
      }),
      await peer('Shoelace alert', {
        packages: ['@shoelace-style/shoelace'],
        style: `@import '@shoelace-style/shoelace/dist/themes/light.css';`,
        script: `import '@shoelace-style/shoelace/dist/components/alert/alert.js';`,
        html: `<sl-alert open>${said}</sl-alert>`,
      }),
      await peer('Web Awesome callout', {
        packages: ['@awesome.me/webawesome'],
        style: `@import '@awesome.me/webawesome/dist/styles/themes/default.css';`,
        script: `import '@awesome.me/webawesome/dist/components/callout/callout.js';`,
        html: `<wa-callout>${said}</wa-callout>`,
      }),
      await peer('PatternFly alert', {
        packages: ['@patternfly/patternfly'],
        style: `@import '@patternfly/patternfly/patternfly-base.css'; @import '@patternfly/patternfly/components/Alert/alert.css';`,
        html: `<div class="pf-v6-c-alert pf-m-inline"><p class="pf-v6-c-alert__title">${nameOfHelpline}: ${call}</p><div class="pf-v6-c-alert__description"><p>${line}</p></div></div>`,
      }),
    ],
  };
}

/** @param tag of an element with a summary and what it folds away */
const foldedIn =
  (tag: string): ((folded: Folded) => string) =>
  ({ title, text }) =>
    `<${tag}><span slot="summary">${title}</span>${text}</${tag}>`;

const govukSection = ({ title, text }: Folded, index: number) => `<div class="govuk-accordion__section">
<div class="govuk-accordion__section-header"><h2 class="govuk-accordion__section-heading"><span class="govuk-accordion__section-button" id="help-heading-${index}">${title}</span></h2></div>
<div id="help-content-${index}" class="govuk-accordion__section-content">${text}</div>
</div>`;

/** What its documentation puts first in the body. */
const govukScript = `<script>document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');</script>`;

async function folds(): Promise<Family> {
  const texts = foldedTexts();
  const alone = 'elements/entitlements-list.js';
  return {
    title: `${texts.length} texts folded away: what a person may be entitled to`,
    plain: {
      name: 'Plain HTML',
      packages: [],
      html: texts.map(({ title, text }) => `<details><summary>${title}</summary>${text}</details>`).join(''),
      files: [],
    },
    others: [
      havn('entitlements alone', alone, withPlainHtml('entitlements-list')),
      havn('entitlements alone, script only', alone, '<havn-entitlements-list></havn-entitlements-list>'),
      havn('havn.js, entitlements', 'havn.js', withPlainHtml('entitlements-list')),
      await peer('Shoelace details', {
        packages: ['@shoelace-style/shoelace'],
        style: `@import '@shoelace-style/shoelace/dist/themes/light.css';`,
        script: `import '@shoelace-style/shoelace/dist/components/details/details.js';`,
        html: texts.map(foldedIn('sl-details')).join(''),
      }),
      await peer('Web Awesome details', {
        packages: ['@awesome.me/webawesome'],
        style: `@import '@awesome.me/webawesome/dist/styles/themes/default.css';`,
        script: `import '@awesome.me/webawesome/dist/components/details/details.js';`,
        html: texts.map(foldedIn('wa-details')).join(''),
      }),
      await peer('GOV.UK accordion', {
        packages: ['govuk-frontend'],
        // The font is for pages of that government alone.
        style: fromSass(`@use "govuk-frontend/dist/govuk/base" with ($govuk-font-family: "arial, sans-serif");
@use "govuk-frontend/dist/govuk/core";
@use "govuk-frontend/dist/govuk/components/accordion";`),
        script: `import { Accordion, createAll } from 'govuk-frontend'; createAll(Accordion);`,
        html: `${govukScript}<div class="govuk-accordion" data-module="govuk-accordion" id="help">${texts.map(govukSection).join('')}</div>`,
      }),
    ],
  };
}

export const families = { number: alerts, folds };

/**
 * The pages that have budgets. There is nothing on the first ones but the banner: what is painted first is the number.
 * @returns `targets`: of the first content of each, as times that of plain HTML
 */
export function budgetedPages(): { family: Family; targets: (number | undefined)[] } {
  const empty = '<havn-hotline-banner lang="nb"></havn-hotline-banner>';
  // As it is handed out, with the script from here.
  const snippet = documented('tag').replace(/<script[\s\S]*/, '');
  const pages: [Candidate, number?][] = [
    [havn('the snippet', 'havn.js', snippet), 1.05],
    [havn('the script of the banner only', 'elements/hotline-banner.js', empty), 1.4],
    [havn('the script of all elements only', 'havn.js', empty), 1.4],
    [everyElement('every element on one page')],
  ];
  const html = readFileSync('dist/html/hotline-banner.nb.html', 'utf8');
  return {
    family: {
      title: 'The pages with budgets',
      plain: { name: 'Plain HTML', packages: [], html, files: [] },
      others: pages.map(([page]) => page),
    },
    targets: pages.map(([, target]) => target),
  };
}
