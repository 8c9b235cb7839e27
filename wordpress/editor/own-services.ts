/** A page's own services: a file of the media library, or pasted. What the element would refuse is said here already. */
import { loadDirectory, readOverlay } from 'havn-widgets/directory';
import { findingsIn, placesIn } from '../../tools/desk/validate.js';
import { frameIn, inLanguage } from '../../tools/desk/validate-words.js';
import { type Attributes, site, t, wp } from './site.js';

const { createElement: h, useEffect, useState } = wp.element;
const { Button, Notice, PanelBody, TextareaControl } = wp.components;
const { MediaUpload, MediaUploadCheck } = wp.blockEditor;

interface Props {
  attributes: Attributes;
  setAttributes(attributes: Record<string, string | undefined>): void;
}

/** The most that is listed: whoever has more starts with these. */
const mostShown = 8;

/** What is wrong, a line each, in the words of `havn validate`. */
function findingsOf(text: string, language: string): string[] {
  const body = text.replace(/^\ufeff/, '');
  const placeOf = placesIn(body);
  const frame = frameIn(language);
  return findingsIn(body, readOverlay(text, loadDirectory()).errors).map(
    ({ pointer, message, offset, found, whose }) => {
      const about = [found && `${frame.found} ${found.slice(0, 80)}`, whose && `${frame.in} "${whose}"`];
      const words = [inLanguage(message, language), about.filter(Boolean).join(', ')].filter(Boolean);
      const { line, column } = placeOf(offset);
      return `${pointer || t('The file')}: ${words.join('; ')} (${line}:${column})`;
    },
  );
}

/**
 * JSON in a form that survives where WordPress filters what an account without `unfiltered_html` saves: it would write
 * `&amp;` for `&`, and that into the name of a shelter.
 */
const storable = (text: string): string =>
  JSON.stringify(JSON.parse(text.replace(/^\ufeff/, ''))).replace(
    /[<>&]/g,
    letter => `\\u00${letter.charCodeAt(0).toString(16)}`,
  );

function report(lines: readonly string[]): unknown {
  if (!lines.length)
    return h(Notice, { status: 'success', isDismissible: false }, t('Nothing in it would be left out.'));
  return h(
    Notice,
    { status: 'warning', isDismissible: false },
    h('p', null, t('This would be left out:')),
    h(
      'ul',
      null,
      lines.slice(0, mostShown).map(line => h('li', { key: line }, line)),
    ),
    lines.length > mostShown && h('p', null, `+ ${lines.length - mostShown}`),
  );
}

export function OwnServices({ attributes, setAttributes }: Props): unknown {
  const src = String(attributes.src ?? '');
  const pasted = String(attributes.services ?? '');
  const [draft, setDraft] = useState(pasted);
  const [lines, setLines] = useState(undefined as readonly string[] | undefined);
  const language = document.documentElement.lang.slice(0, 2);
  useEffect(() => {
    let isCurrent = true;
    const tell = (text: string) => isCurrent && setLines(findingsOf(text, language));
    if (draft) tell(draft);
    else if (src)
      fetch(src)
        .then(answer => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
        .then(tell, () => isCurrent && setLines([t('This address cannot be read from here.')]));
    else setLines(undefined);
    return () => {
      isCurrent = false;
    };
  }, [draft, src]);
  return h(
    PanelBody,
    { title: t('Your own services'), initialOpen: Boolean(src || pasted) },
    h('p', null, t('A shelter of your municipality, for example: a JSON file, or its text.')),
    site.canUseMedia &&
      h(
        MediaUploadCheck,
        null,
        h(MediaUpload, {
          allowedTypes: ['application/json'],
          title: t('Choose a JSON file'),
          onSelect: ({ url }: { url: string }) => {
            setDraft('');
            setAttributes({ src: url, services: undefined });
          },
          render: ({ open }: { open: () => void }) =>
            h('p', null, h(Button, { variant: 'secondary', onClick: open }, t('Choose a JSON file'))),
        }),
      ),
    src && h('p', null, src.replace(/^.*\//, '')),
    src &&
      h(
        Button,
        { variant: 'link', isDestructive: true, onClick: () => setAttributes({ src: undefined }) },
        t('Take it out'),
      ),
    h(TextareaControl, {
      __nextHasNoMarginBottom: true,
      label: t('Or paste the text of such a file'),
      rows: 6,
      value: draft,
      onChange: (text: string) => {
        setDraft(text);
        let services: string | undefined;
        try {
          services = text.trim() ? storable(text) : undefined;
        } catch {
          // What is no JSON yet is on its way; what was there before stays until it is.
          return;
        }
        setAttributes({ services, ...(services && { src: undefined }) });
      },
    }),
    lines && report(lines),
  );
}
