/**
 * The pages of the table on finding: each library with the same records, set up as its documentation shows for records
 * that are there already. What a page puts on `window.finder` tells the bench where to type and where to look.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { bundled, type File, inPackage } from './peers.js';
import { directoryOf, ownCount, type Plain, plainRecords } from './records.js';

/** what a page tells of itself */
export interface Finder {
  input: HTMLInputElement;
  /** where the found ones are put in */
  results: Node;
  /** of those found */
  text: () => string;
}

interface FinderPage {
  name: string;
  packages: string[];
  head: string;
  html: string;
  files: File[];
}

/** Most a list shows at a time, where the library leaves that to the page. */
const most = 50;

const fields = JSON.stringify(['name', 'organization', 'needs', 'text']);
const titles = { name: 'Name', organization: 'Organisation', needs: 'Help with', text: 'What it is' };
const columns = (key: string) =>
  JSON.stringify(Object.entries(titles).map(([field, title]) => ({ [key]: field, title })));

const item = `const item = ({ name, organization, needs, text }) => {
  const element = document.createElement('li');
  for (const line of [name, organization, needs, text]) element.appendChild(document.createElement('p')).textContent = line;
  return element;
};`;

/** Every page of a peer gets its records so. */
const fetching = `const records = await (await fetch('/records.json')).json();`;

const peers: { name: string; packages: string[]; style: string; script: string; html: string }[] = [
  {
    name: 'DataTables',
    packages: ['datatables.net', 'datatables.net-dt'],
    style: `@import 'datatables.net-dt/css/dataTables.dataTables.css';`,
    html: '<table id="table"></table>',
    script: `import DataTable from 'datatables.net-dt';
${fetching}
new DataTable('#table', { data: records, columns: ${columns('data')} });
const results = document.querySelector('#table tbody');
window.finder = { input: document.querySelector('.dt-search input'), results, text: () => results.textContent };`,
  },
  {
    name: 'Tabulator',
    packages: ['tabulator-tables'],
    style: `@import 'tabulator-tables/dist/css/tabulator.css';`,
    html: '<input id="input" type="search" aria-label="Search"><div id="table"></div>',
    script: `import { FilterModule, FormatModule, SortModule, Tabulator } from 'tabulator-tables';
${fetching}
Tabulator.registerModule([FilterModule, FormatModule, SortModule]);
const results = document.querySelector('#table');
const table = new Tabulator(results, { data: records, height: 400, layout: 'fitColumns', columns: ${columns('field')} });
await new Promise(resolve => table.on('tableBuilt', resolve));
const input = document.querySelector('#input');
input.addEventListener('input', () =>
  table.setFilter([${fields}.map(field => ({ field, type: 'like', value: input.value }))]));
window.finder = { input, results, text: () => results.textContent };`,
  },
  {
    name: 'list.js',
    packages: ['list.js'],
    style: '',
    html: `<div id="list"><input class="search" aria-label="Search"><ul class="list"></ul></div>`,
    script: `import List from 'list.js';
${fetching}
const valueNames = ${fields};
new List('list', { valueNames, page: ${most}, item: '<li>' + valueNames.map(name => '<p class="' + name + '"></p>').join('') + '</li>' }, records);
const results = document.querySelector('.list');
window.finder = { input: document.querySelector('.search'), results, text: () => results.textContent };`,
  },
  {
    name: 'Algolia autocomplete',
    packages: ['@algolia/autocomplete-js', '@algolia/autocomplete-theme-classic'],
    style: `@import '@algolia/autocomplete-theme-classic';`,
    html: '<div id="autocomplete"></div>',
    // Its documentation on sources that are there already filters them so, in the page's own code.
    script: `import { autocomplete } from '@algolia/autocomplete-js';
${fetching}
autocomplete({
  container: '#autocomplete',
  detachedMediaQuery: 'none',
  getSources: ({ query }) => [{
    sourceId: 'records',
    getItems: () => records.filter(record => ${fields}.some(field => record[field].toLowerCase().includes(query.toLowerCase()))).slice(0, ${most}),
    templates: { item: ({ item, html }) => html\`<div>\${${fields}.map(field => html\`<p>\${item[field]}</p>\`)}</div>\` },
  }],
});
window.finder = { input: document.querySelector('.aa-Input'), results: document.body, text: () => document.querySelector('.aa-Panel')?.textContent ?? '' };`,
  },
  {
    name: 'MiniSearch page',
    packages: ['minisearch'],
    style: '',
    html: '<input id="input" type="search" aria-label="Search"><ul id="list"></ul>',
    script: `import MiniSearch from 'minisearch';
${fetching}
${item}
const search = new MiniSearch({ fields: ${fields}, searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 8, needs: 4 } } });
search.addAll(records);
const byId = new Map(records.map(record => [record.id, record]));
const input = document.querySelector('#input');
const results = document.querySelector('#list');
const show = found => results.replaceChildren(...found.slice(0, ${most}).map(item));
input.addEventListener('input', () => show(input.value ? search.search(input.value).map(({ id }) => byId.get(id)) : records));
show(records);
window.finder = { input, results, text: () => results.textContent };`,
  },
  {
    name: 'Pagefind UI',
    packages: ['pagefind', '@pagefind/default-ui'],
    style: `@import '@pagefind/default-ui/css/ui.css';`,
    html: '<div id="search"></div>',
    script: `import { PagefindUI } from '@pagefind/default-ui';
new PagefindUI({ element: '#search', bundlePath: '/pagefind/', showImages: false, showSubResults: false });
const results = document.querySelector('#search');
window.finder = { input: results.querySelector('input'), results, text: () => results.textContent };`,
  },
];

/** @param isOwn whether the services are those in the script anyway */
const havn = (isOwn: boolean): FinderPage => ({
  name: 'Havn',
  packages: [],
  head: '',
  html: `<havn-service-finder></havn-service-finder>
<script src="/dist/elements/service-finder.js" defer></script>
<script type="module">
const element = document.querySelector('havn-service-finder');
${isOwn ? '' : `element.directory = await (await fetch('/directory.json')).json();`}
await element.updateComplete;
const results = element.shadowRoot;
window.finder = { input: results.querySelector('input'), results, text: () => results.textContent };
</script>`,
  // Beside the script is what it loads for a directory of the page's own.
  files: ['elements/service-finder.js', ...readdirSync('dist/parts').map(name => `parts/${name}`)].map(
    file => ({ path: `/dist/${file}`, body: readFileSync(`dist/${file}`) }),
  ),
});

/** The static index that Pagefind's UI reads. */
async function pagefindFiles(records: Plain[]): Promise<File[]> {
  const { createIndex, close } = await import(inPackage('pagefind', 'lib/index.js'));
  const { index } = await createIndex();
  for (const { id, name, organization, needs, text } of records)
    await index.addCustomRecord({
      url: `/${id}`,
      language: 'en',
      content: [name, organization, needs, text].join('. '),
      meta: { title: name },
    });
  const { files }: { files: { path: string; content: Uint8Array }[] } = await index.getFiles();
  await close();
  return files.map(({ path, content }) => ({ path: `/pagefind/${path}`, body: content }));
}

/** @returns the pages, and what they share */
export async function finderPages(count: number): Promise<{ pages: FinderPage[]; files: File[] }> {
  const directory = directoryOf(count);
  const records = plainRecords(directory);
  const pages = await Promise.all(
    peers.map(async ({ name, packages, style, script, html }) => {
      const key = name.toLowerCase().replace(/\W+/g, '-');
      const styles = style ? await bundled(key, 'css', style) : [];
      return {
        name,
        packages,
        head: `${style && `<link rel="stylesheet" href="/${key}.css">`}<script type="module" src="/${key}.js"></script>`,
        html,
        files: [...styles, ...(await bundled(key, 'js', script))],
      };
    }),
  );
  const json = (path: string, value: unknown) => ({ path, body: Buffer.from(JSON.stringify(value)) });
  return {
    pages: [havn(count === ownCount()), ...pages],
    files: [
      json('/records.json', records),
      json('/directory.json', directory),
      ...(await pagefindFiles(records)),
    ],
  };
}
