/**
 * A script contains only the messages that its elements use: the msg() calls left after tree shaking, and the texts of
 * its facts. They are looked up by place, without ids: messages of the interface in the order of their ids, texts of
 * the facts in the order in which the script walks through its facts.
 */
import { resolve } from 'node:path';
import MagicString from 'magic-string';
import { type Plugin, rollup } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { type Entry, languagesOf } from './entries.js';
import { modules } from './folders.js';
import { messagesIn } from './messages.js';
import { modulesOf } from './modules-of-script.js';
import { messageIn, walk } from './syntax.js';

/** The functions that walk through facts and ask for the translation of each text: module, and name. */
const walks: Reach['walks'] = [
  ['directory/directory.js', 'loadDirectory'],
  ['directory/search/lexicon.js', 'loadLexicons'],
  ['directory/contacts.js', 'localizedContacts'],
  ['directory/contacts.js', 'localizedGroups'],
  ['guidance/entitlements.js', 'loadEntitlements'],
  ['guidance/permits.js', 'loadPermits'],
  ['guidance/referral.js', 'loadReferral'],
  ['guidance/return.js', 'loadReturn'],
  ['guidance/pathway.js', 'loadPathway'],
  ['directory/sources.js', 'loadSources'],
];

/**
 * The texts of the helpline, which the banner uses without the directory: for each, in order, its function and field.
 */
const textsOfHelpline = [
  ['nameOf', 'name'],
  ['summaryOf', 'x_summary'],
] as const;

/** The ids of the messages of the interface in a module, or in a script before it is minified. */
const idsIn = (code: string): string[] => {
  const ids: Set<string> = new Set();
  walk(parseAst(code), node => {
    const { id } = messageIn(node) ?? {};
    if (id) ids.add(id);
  });
  return [...ids].sort();
};

/** the messages that a script uses, in the order of the language files */
interface Reach {
  /** ids of the messages of the interface */
  own: string[];
  /** ids of the texts of the helpline, if the script has no directory */
  helpline: string[];
  /** the functions that walk through the other facts, see `walks` above */
  walks: (readonly [file: string, name: string])[];
  /** ids of the texts of the helpline and the emergency number that any element may show */
  critical: string[];
  /** all ids */
  all: string[];
}

const known: Map<string, Promise<Reach>> = new Map();

/** @throws if it has moved: a script would have its texts in English only, and nothing else would tell */
async function walkOf([file, name]: Reach['walks'][number]): Promise<(note: (id: string) => void) => void> {
  const walk = (await import(resolve(modules, file)).catch(() => ({})))[name];
  if (!walk) throw new Error(`tools/build/messages-in-reach.ts: ${file} has no ${name}`);
  return walk;
}

/** The module with all bundled languages. */
const bundledLanguages = resolve(modules, 'locale/generated/bundled-languages.js');
const noLanguages = 'export const order = () => [], bundled = {};';

const noMessages: Plugin = {
  name: 'no-messages',
  transform: (_code, file) => (file === bundledLanguages ? { code: noLanguages, map: null } : null),
};

/** The messages that a script uses. To find them, the script is bundled once in a build, without messages. */
export function reachOf(entry: Entry): Promise<Reach> {
  const reach = known.get(entry.file) ?? findReach(entry);
  known.set(entry.file, reach);
  return reach;
}

async function findReach(entry: Entry): Promise<Reach> {
  const { plugins, ...options } = modulesOf(entry);
  const build = await rollup({ ...options, plugins: [...plugins, noMessages] });
  const {
    output: [chunk],
  } = await build.generate({ format: 'es' });
  await build.close();
  const holds = (file: string, name: string) =>
    chunk.modules[resolve(modules, file)]?.renderedExports.includes(name);
  const own = idsIn(chunk.code);
  const byWalk = new Map(await Promise.all(walks.map(async one => [one, await walkOf(one)] as const)));
  const present = walks.filter(([file, name]) => holds(file, name));
  // The directory includes the contacts and the groups.
  const hasDirectory = present.some(([, name]) => name === 'loadDirectory');
  const wanted = present.filter(([file]) => !hasDirectory || file !== 'directory/contacts.js');
  const facts: string[] = [];
  for (const one of wanted) byWalk.get(one)?.(id => void facts.push(id));
  const { critical } = await import(resolve(modules, 'directory/critical.js'));
  const ofHelpline = (field: string) => `service.${critical.helpline.id}.${field}`;
  const helpline = textsOfHelpline
    .filter(([name]) => holds('directory/critical.js', name))
    .map(([, field]) => ofHelpline(field))
    .filter(id => !facts.includes(id));
  return {
    own,
    helpline,
    walks: wanted,
    critical: [
      ...textsOfHelpline.map(([, field]) => ofHelpline(field)),
      `service.${critical.emergency.id}.name`,
    ],
    all: [...own, ...helpline, ...facts],
  };
}

/**
 * The code of a script's languages, instead of src/locale/generated/bundled-languages.ts and the modules that it
 * imports.
 * @param languages empty: English only
 */
function messageModules(
  { own, helpline, walks, critical: criticalIds, all }: Reach,
  languages: string[],
): (file: string) => string | undefined {
  // A script without walks has few messages: their ids take less space than the code that finds their order.
  const hasIds = !walks.length;
  const places = [...own.keys(), ...helpline];
  // These messages are known without a walk.
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
  return (file: string) => {
    const [, language = ''] = /locale\/generated\/(\w+)\.js$/.exec(file) ?? [];
    if (languages.includes(language)) {
      const messages = messagesIn(language);
      const texts = all.map(id => messages[id]);
      return `export const messages = () => (${JSON.stringify(texts)});`;
    }
    if (file !== bundledLanguages) return undefined;
    return languages.length ? bundled.join('\n') : noLanguages;
  };
}

/** Replaces each id by its place among `ids`; a script in English only gets the text instead of the call. */
const byPlace = (code: string, ids: string[], isSourceAlone: boolean) => {
  const source = new MagicString(code);
  walk(parseAst(code), node => {
    const message = messageIn(node);
    if (message && isSourceAlone) {
      // Of str`…` the template alone, which is a string.
      const text = message.text.type === 'TaggedTemplateExpression' ? message.text.quasi : message.text;
      source.overwrite(node.start, text.start, '(');
      source.overwrite(text.end, node.end, ')');
    } else if (message && ids.includes(message.id))
      source.overwrite(message.place.start, message.place.end, String(ids.indexOf(message.id)));
  });
  return source.toString();
};

/** Gives a script the messages that it uses, in its languages, by place. */
export function ownMessages(entry: Entry): Plugin {
  const languages = languagesOf(entry);
  let carried: (file: string) => string | undefined;
  let ids: string[];
  return {
    name: 'own-messages',
    async buildStart() {
      const reach = await reachOf(entry);
      ids = reach.own;
      carried = messageModules(reach, languages);
    },
    transform(code, file) {
      if (file.includes('node_modules')) return null;
      return { code: carried(file) ?? byPlace(code, ids, !languages.length), map: null };
    },
    renderChunk(code) {
      const [named] = idsIn(code);
      if (named) throw new Error(`A message has kept its name: ${named}`);
      return null;
    },
  };
}
