/** What has no effect in a host's own services, or not the one that is meant, although it is not refused. */
import { dialable, safeLink } from 'havn-widgets/safety';
import { isOneOff } from '../../dist/npm/directory/search/understand.js';
import { country, lengthsOf, schemaFolder, targetLanguages } from '../build/country.js';
import { readJson } from '../build/read-json.js';

interface Hint {
  pointer: string;
  message: string;
}

/** A schema of a group of fields. */
interface Form {
  properties: Record<string, unknown>;
}
const { service, organization, phone, schedule, source, translations } = readJson<{
  $defs: Record<'organization' | 'phone' | 'schedule' | 'source', Form> & {
    service: { properties: { service_areas: { items: Form } } };
    translations: { patternProperties: Record<string, Form> };
  };
}>(`${schemaFolder}/overlay.schema.json`).$defs;

/** What people write for it. */
const otherNames: Record<string, string> = {
  address: 'service_areas',
  hours: 'schedules',
  opening_hours: 'schedules',
  homepage: 'url',
  website: 'url',
  mail: 'email',
  phone_numbers: 'phones',
  telephone: 'phones',
  telephones: 'phones',
  title: 'name',
  open_24_7: 'x_open_day_and_night',
};

/** @returns the one that is likely meant */
export function meant(word: string, known: readonly string[]): string | undefined {
  // A name of a field is short, and each letter costs time.
  const small = word.slice(0, 64).toLowerCase();
  const usual = Object.hasOwn(otherNames, small) ? otherNames[small] : undefined;
  if (usual && known.includes(usual)) return usual;
  const beginning = known.find(
    one => small.length > 3 && (one.startsWith(small) || one.startsWith(`x_${small}`)),
  );
  if (beginning) return beginning;
  return known.find(one => isOneOff(small, one));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const step = (key: string) => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const didYouMean = (word: string | undefined) => (word ? `: did you mean "${word}"?` : '');

/** Of one object no more are told: who has so many has another kind of file. */
const mostUnread = 100;

/** The fields of an object that nothing reads. */
function unread(object: unknown, { properties }: Form, pointer: string): Hint[] {
  if (!isObject(object)) return [];
  const known = Object.keys(properties);
  return Object.keys(object)
    .filter(key => !known.includes(key))
    .slice(0, mostUnread)
    .flatMap(key => {
      const likely = meant(key, known);
      // Notes of the host's own, unless they look like a field of ours.
      if (!likely && /^(x_|\$)/.test(key)) return [];
      return [{ pointer: pointer + step(key), message: `has no effect${didYouMean(likely)}` }];
    });
}

const isLanguage = (tag: string) => {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  } catch {
    return false;
  }
};

function inTranslations({ x_translations }: Record<string, unknown>, form: Form, pointer: string): Hint[] {
  if (!isObject(x_translations)) return [];
  const languages = ['en', ...targetLanguages()];
  const [translated] = Object.values(translations.patternProperties);
  const known = translated?.properties ?? {};
  const own = Object.entries(form.properties).filter(([field]) => field in known);
  const properties = Object.fromEntries(own);
  return Object.entries(x_translations).flatMap(([tag, texts]) => {
    const at = `${pointer}/x_translations${step(tag)}`;
    const language = languages.includes(tag)
      ? []
      : [
          {
            pointer: at,
            message: `is none of the languages of the widgets, so nobody sees it: there are ${languages.join(', ')}`,
          },
        ];
    return [...language, ...unread(texts, { properties }, at)];
  });
}

/** Numbers and addresses that are shown as text, since nobody can call or open them. */
function uncallable({ phones, url, email }: Record<string, unknown>, pointer: string): Hint[] {
  const { telephone } = country();
  const digits = [...new Set(lengthsOf(telephone))].join(' or ');
  return [
    ...listOf(phones).flatMap((phone, index) =>
      !isObject(phone) || typeof phone.number !== 'string' || dialable(phone.number)
        ? []
        : [
            {
              pointer: `${pointer}/phones/${index}/number`,
              message: `is no number that can be called: write one number alone, as +${telephone.calling_code} and ${digits} digits, and whose it is in "description"`,
            },
          ],
    ),
    ...(typeof url === 'string' && !safeLink(url)
      ? [
          {
            pointer: `${pointer}/url`,
            message: 'is no address that can be opened: write it whole, with https://',
          },
        ]
      : []),
    ...(typeof email === 'string' && !safeLink(`mailto:${email}`)
      ? [{ pointer: `${pointer}/email`, message: 'is no e-mail address: write one alone' }]
      : []),
  ];
}

export function hintsIn(content: unknown): Hint[] {
  if (!isObject(content)) return [];
  const { x_language } = content;
  const hints: Hint[] = [];
  if (typeof x_language === 'string' && !isLanguage(x_language))
    hints.push({ pointer: '/x_language', message: 'is the tag of no language' });
  for (const [key, schema] of [
    ['organizations', organization],
    ['services', service],
  ] as const)
    listOf(content[key]).forEach((record, index) => {
      if (!isObject(record)) return;
      const pointer = `/${key}/${index}`;
      hints.push(
        ...unread(record, schema, pointer),
        ...unread(record.x_source, source, `${pointer}/x_source`),
        ...inTranslations(record, schema, pointer),
      );
      if (key === 'organizations') return;
      for (const [list, form] of [
        ['phones', phone],
        ['schedules', schedule],
        ['service_areas', service.properties.service_areas.items],
      ] as const)
        listOf(record[list]).forEach((item, at) => {
          hints.push(...unread(item, form, `${pointer}/${list}/${at}`));
        });
      hints.push(...uncallable(record, pointer));
    });
  return hints;
}
