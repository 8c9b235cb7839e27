/** What a reader has typed, chosen and opened in the finder, and how each step changes it. It stays in memory. */

export type Filter = 'need' | 'group' | 'area';

export interface FinderInput {
  readonly text: string;
  /** What the reader has chosen. If missing, the attribute applies. */
  readonly chosen: Readonly<Partial<Record<Filter, string>>>;
  /** How many pages of `page-size` services are on screen. */
  readonly pages: number;
  /** All but the first cards are hidden until a button is pressed: a phone shows few at a time. */
  readonly isFolded: boolean;
  /** All but the first needs are hidden, if there is no room for them. */
  readonly foldsNeeds: boolean;
  /** The last step was typing: fewer cards are rendered at first. */
  readonly isTyping: boolean;
}

export const untouched: FinderInput = {
  text: '',
  chosen: {},
  pages: 1,
  isFolded: true,
  foldsNeeds: true,
  isTyping: false,
};

export type FinderStep =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'chosen'; readonly filter: Filter; readonly id: string }
  /** The reader chose a need, in place of a text that found nothing. */
  | { readonly type: 'turned'; readonly need: string }
  | { readonly type: 'cleared' }
  | { readonly type: 'needs shown' }
  /** `wereHidden`: the cards were already on the page, but hidden. */
  | { readonly type: 'more shown'; readonly wereHidden: boolean }
  /** The page has changed an attribute, which now replaces what the reader chose. */
  | { readonly type: 'set by page'; readonly filter: Filter };

/** New results start with the first page, folded. */
const answering = ({ foldsNeeds }: FinderInput): FinderInput => ({ ...untouched, foldsNeeds });

/** The input after a step. The given one is not changed. */
export function afterStep(input: FinderInput, step: FinderStep): FinderInput {
  const { text, chosen } = input;
  switch (step.type) {
    case 'typed':
      return { ...answering(input), chosen, text: step.text, isTyping: true };
    case 'chosen':
      return { ...answering(input), text, chosen: { ...chosen, [step.filter]: step.id } };
    case 'turned':
      return { ...answering(input), chosen: { ...chosen, need: step.need } };
    case 'cleared':
      // Empty values, to clear what an attribute has chosen, too.
      return { ...answering(input), chosen: { need: '', group: '', area: '' } };
    case 'needs shown':
      return { ...input, foldsNeeds: false };
    case 'more shown':
      return { ...input, isFolded: false, pages: input.pages + (step.wereHidden ? 0 : 1) };
    case 'set by page': {
      const { [step.filter]: _replaced, ...others } = chosen;
      return { ...input, chosen: others };
    }
  }
}
