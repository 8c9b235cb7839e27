/** What a reader has typed, chosen and opened in the finder, and what each step makes of it. It stays in memory. */

export type Filter = 'need' | 'group' | 'area';

export interface FinderInput {
  readonly text: string;
  /** What the reader has chosen; missing: what the attribute says. */
  readonly chosen: Readonly<Partial<Record<Filter, string>>>;
  /** So many times `page-size` services are on screen. */
  readonly pages: number;
  /** All but the first cards are out of sight until a button is pressed: a page of a phone is short. */
  readonly isFolded: boolean;
  /** All but the first needs are out of sight, where there is no room for them. */
  readonly foldsNeeds: boolean;
  /** What the reader has done last is to type: fewer cards are rendered at first. */
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
  /** To a need, in the place of what was typed and found nothing. */
  | { readonly type: 'turned'; readonly need: string }
  | { readonly type: 'cleared' }
  | { readonly type: 'unfolded' }
  | { readonly type: 'needs shown' }
  /** `wereHidden`: they were on the page, out of sight. */
  | { readonly type: 'more shown'; readonly wereHidden: boolean }
  /** The page has changed an attribute, which holds from now on. */
  | { readonly type: 'set by page'; readonly filter: Filter };

/** A new answer begins with its beginning. */
const answering = ({ foldsNeeds }: FinderInput): FinderInput => ({ ...untouched, foldsNeeds });

/** Pure. */
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
      // Also what an attribute has chosen.
      return { ...answering(input), chosen: { need: '', group: '', area: '' } };
    case 'unfolded':
      return { ...input, isFolded: false };
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
