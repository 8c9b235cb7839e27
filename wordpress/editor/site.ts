/** What the editor knows: of the elements from the build, of the site from PHP, and WordPress itself. */

export type Value = string | number | boolean;
export type Attributes = Readonly<Record<string, Value | undefined>>;

export interface Attribute {
  readonly type: 'choice' | 'flag' | 'number' | 'address' | 'source';
  readonly label: string;
  readonly hint?: string;
  /** Words by value. */
  readonly values?: Readonly<Record<string, string>>;
  readonly preset?: string;
  readonly least?: number;
  readonly most?: number;
}

export interface Element {
  readonly title: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

declare const HAVN_ELEMENTS: Readonly<Record<string, Element>>;
declare const HAVN_LANGUAGES: Readonly<Record<string, string>>;
declare const HAVN_EXITS: Readonly<Record<string, string>>;

/** From the manifest. */
export const elements = HAVN_ELEMENTS;
/** Their own names by code. */
export const languages = HAVN_LANGUAGES;
/** The words of the way out, by language. */
export const exits = HAVN_EXITS;

/** What is used of WordPress, which ships no types of its own. */
interface WordPress {
  readonly element: {
    createElement(type: unknown, properties?: object | null, ...children: unknown[]): unknown;
    readonly Fragment: unknown;
    useState<State>(first: State): [State, (next: State) => void];
    useEffect(effect: () => () => void, causes: unknown[]): void;
  };
  readonly components: Readonly<Record<Component, unknown>>;
  readonly blockEditor: Readonly<
    Record<'InspectorControls' | 'MediaUpload' | 'MediaUploadCheck', unknown>
  > & {
    useBlockProps(): object;
  };
  readonly blocks: { registerBlockType(name: string, block: object): void };
  readonly i18n: { __(text: string, domain: string): string };
}
type Component =
  | 'Button'
  | 'Notice'
  | 'PanelBody'
  | 'SelectControl'
  | 'TextControl'
  | 'TextareaControl'
  | 'ToggleControl';

export const { wp, havnEditor: site = { language: 'en', canUseMedia: false } } = globalThis as unknown as {
  wp: WordPress;
  havnEditor?: { language: string; canUseMedia: boolean };
};

/** Words of the editor. The build fails where they have no translation. */
export const t = (text: string): string => wp.i18n.__(text, 'havn');
/** Words from the manifest and the facts, which the build translates by itself. */
export const translated = (text: string): string => wp.i18n.__(text, 'havn');
