/** What every page of the bench shows, whoever made it: the helpline's number with a line of text, and our folded texts. */
import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parseFragment, serialize, defaultTreeAdapter as tree } from 'parse5';
import { helpline } from '../build/helpline.js';

export const line =
  'National helpline for victims of human trafficking, of every gender: someone to talk to, a safe place to stay and direct help. Open day and night.';
export const nameOfHelpline = 'ROSA helpline';
export const call = `<a href="${helpline.href}">${helpline.inHtml}</a>`;

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** @returns the outermost elements with this name in it, or itself */
function outermost(node: Node, name: string): Element[] {
  if (!tree.isElementNode(node)) return [];
  return node.tagName === name ? [node] : node.childNodes.flatMap(child => outermost(child, name));
}

/** both HTML */
export interface Folded {
  title: string;
  text: string;
}

/** The entitlements as our list shows them in English, from the plain HTML of the build. */
export function foldedTexts(): Folded[] {
  const list = parseFragment(readFileSync('dist/html/entitlements-list.en.html', 'utf8'));
  return list.childNodes
    .flatMap(child => outermost(child, 'details'))
    .map(details => {
      const [summary] = details.childNodes.flatMap(child => outermost(child, 'summary'));
      if (!summary) throw new Error('An entitlement has no summary');
      return {
        title: serialize(summary),
        text: details.childNodes
          .filter(child => child !== summary)
          .map(child => (tree.isElementNode(child) ? serialize(child) : ''))
          .join(''),
      };
    });
}
