/**
 * A script carries only the messages that its elements use: the calls of msg() left after tree shaking, and the texts of
 * the facts it holds. They go by their places, without their ids: those of the interface by the order of their ids, those
 * of the facts as the script itself comes upon them when it walks through its facts.
 */
import { resolve } from 'node:path';
import type { OutputChunk, Plugin } from 'rollup';
import { messagesIn } from './messages.js';
import { bringing } from './npm-messages.js';

/** What walks through facts and asks for the translation of each text: the module, and the function. */
const walks: Reach['walks'] = [
  ['directory/directory.js', 'loadDirectory'],
  ['directory/lexicon.js', 'loadLexicons'],
  ['directory/contacts.js', 'localizedContacts'],
  ['directory/contacts.js', 'localizedGroups'],
  ['guidance/entitlements.js', 'loadEntitlements'],
  ['guidance/permits.js', 'loadPermits'],
  ['guidance/referral.js', 'loadReferral'],
  ['guidance/return.js', 'loadReturn'],
  ['guidance/pathway.js', 'loadPathway'],
];

/** Of the helpline, which the banner has without the other services: the fields in the order of their messages. */
const fieldsOfHelpline = ['name', 'x_summary'];

/**
 * The ids of the messages of the interface in a chunk that has not been minified.
 * @param messages every English message by its id
 */
const interfaceIds = (chunk: OutputChunk, messages: ReadonlyMap<string, string>) => [
  ...new Set(
    [...chunk.code.matchAll(/\bid: '([\w.-]+)'/g)]
      .map(([, id = '']) => id)
      .filter(id => messages.has(id))
      .sort(),
  ),
];

/**
 * @param modules folder of the compiled sources
 * @param name of what it exports
 */
const holds = ({ modules: bundled }: OutputChunk, modules: string, file: string, name: string) =>
  bundled[resolve(modules, file)]?.renderedExports.includes(name);

/** the messages that a script uses, in the order in which its languages have them */
interface Reach {
  /** ids of those of the interface */
  own: string[];
  /** ids of those of the helpline, where the script has no directory */
  helpline: string[];
  /** what comes upon the other facts, see `walks` */
  walks: (readonly [file: string, name: string])[];
  /** ids of what every element may show of the helpline and the emergency number */
  critical: string[];
  /** ids of all */
  all: string[];
}

/**
 * @param chunk a chunk that has not been minified
 * @param modules folder of the compiled sources
 * @param messages every English message by its id
 */
export async function messagesInReach(
  chunk: OutputChunk,
  modules: string,
  messages: ReadonlyMap<string, string>,
): Promise<Reach> {
  const own = interfaceIds(chunk, messages);
  const present = walks.filter(([file, name]) => holds(chunk, modules, file, name));
  // The directory has the contacts and the groups too.
  const hasDirectory = present.some(([, name]) => name === 'loadDirectory');
  const wanted = present.filter(([file]) => !hasDirectory || file !== 'directory/contacts.js');
  const facts: string[] = [];
  for (const [file, name] of wanted)
    (await import(resolve(modules, file)))[name]((id: string) => void facts.push(id));
  const { helpline } = await import(resolve(modules, 'directory/generated/critical.js'));
  const ofHelpline = fieldsOfHelpline
    .filter(field => chunk.code.includes(`}.${field}\``))
    .map(field => `service.${helpline.id}.${field}`)
    .filter(
      id => holds(chunk, modules, 'directory/generated/critical.js', 'helpline') && !facts.includes(id),
    );
  const { emergency } = await import(resolve(modules, 'directory/generated/critical.js'));
  const critical = [
    ...fieldsOfHelpline.map(field => `service.${helpline.id}.${field}`),
    `service.${emergency.id}.name`,
  ];
  return { own, helpline: ofHelpline, walks: wanted, critical, all: [...own, ...ofHelpline, ...facts] };
}

const nothing: Reach = { own: [], helpline: [], walks: [], critical: [], all: [] };

/**
 * The languages that a script carries, in the place of src/locale/generated/bundled-languages.ts and of the modules that it brings together.
 * @param languages none: English alone
 */
export const carryMessages = (
  { own, helpline, walks, critical: criticalIds, all }: Reach = nothing,
  languages: string[] = [],
): Plugin => {
  // Few messages go with their ids, which take less than the way to come by them.
  const hasIds = !walks.length;
  const places = [...own.keys(), ...helpline];
  // Few messages are there at once, without being walked to.
  const first = hasIds ? all.map((_, index) => places[index]) : [...own.keys()];
  const critical = Object.fromEntries(
    hasIds ? [] : criticalIds.map(id => [id, all.indexOf(id)]).filter(([, index]) => Number(index) >= 0),
  );
  const bundled = [
    ...languages.map(language => `import { messages as in_${language} } from './${language}.js';`),
    `import { readOnDemand } from '../message-table.js';`,
    ...(hasIds
      ? ['export const order = () => [];']
      : [
          ...walks.map(([file, name]) => `import { ${name} } from '../../${file}';`),
          'let ids;',
          'export const order = () => {',
          '  if (ids) return ids;',
          `  ids = [...Array(${own.length}).keys(), ...${JSON.stringify(helpline)}];`,
          '  const note = id => ids.push(id);',
          ...walks.map(([, name]) => `  ${name}(note);`),
          '  return ids;',
          '};',
        ]),
    `export const bundled = readOnDemand({ ${languages
      .map(language => `${language}: in_${language}`)
      .join(
        ', ',
      )} }, ${hasIds ? JSON.stringify(first) : `[...Array(${own.length}).keys()]`}, ${JSON.stringify(critical)}, ${hasIds ? '() => []' : 'order'});`,
  ];
  return {
    name: 'carry-messages',
    transform(code, file) {
      // What bundlers get brings its messages itself.
      if (code.endsWith(bringing)) return { code: code.slice(0, -bringing.length), map: null };
      const [, language = ''] = /locale\/generated\/(\w+)\.js$/.exec(file) ?? [];
      if (languages.includes(language)) {
        const messages = messagesIn(language);
        const texts = all.map(id => messages[id]);
        return { code: `export const messages = () => (${JSON.stringify(texts)});`, map: null };
      }
      if (file.endsWith('locale/calendar.js') && !languages.includes('nn'))
        return { code: code.replace(/^ +n[bn]: .*\n/gm, ''), map: null };
      if (!file.endsWith('locale/generated/bundled-languages.js')) return null;
      const nobody = 'export const order = () => [], bundled = {};';
      return { code: languages.length ? bundled.join('\n') : nobody, map: null };
    },
  };
};
