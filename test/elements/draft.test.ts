import { sure } from '../sure.js';
import { expect, settled, show } from './helpers.js';
import { all, find, part, parts, textOf } from './on-screen.js';
import { click } from './reader.js';

/** The visible text of the line about the unchecked translation, without its button. */
function said(element: Element | undefined) {
  const line = part(sure(element), 'draft');
  const sentence = line.querySelector('span');
  const { content } = getComputedStyle(line, '::before');
  const mark = content === 'none' ? '' : content.replace(/^attr\(data-mark\)$/, `${line.dataset.mark}`);
  return `${mark.replaceAll('"', '')}${sentence?.getClientRects().length ? textOf(sentence) : ''}`;
}

const sentence = { nb: /^En maskin .{20,}/, nn: /^Ei? maskin.{20,}/ };
const mark = { nb: 'Maskinoversatt', nn: 'Maskinomsett' };

describe('a translation that nobody has reviewed', () => {
  const pathway = (lang: string) => `<havn-pathway lang="${lang}"></havn-pathway>`;

  const pathways = async (html: string) => all(await show(`<div>${html}</div>`), 'havn-pathway');

  it('is told in full once on a page for each language, and marked in every element', async () => {
    const [first, second, third, fourth] = await pathways(
      pathway('nb') + pathway('nb') + pathway('nn') + pathway('nn'),
    );
    expect(said(first)).to.match(sentence.nb);
    expect(said(second)).to.equal(mark.nb);
    expect(said(third)).to.match(sentence.nn);
    expect(said(fourth)).to.equal(mark.nn);
  });

  it('is told in full by the first on the page, whichever has come first', async () => {
    await show('<div><havn-return-guide lang="nb"></havn-return-guide></div>');
    const guide = find(document, 'havn-return-guide');
    expect(said(guide)).to.match(sentence.nb);
    guide.insertAdjacentHTML('beforebegin', pathway('nb'));
    await settled();
    expect(said(find(document, 'havn-pathway'))).to.match(sentence.nb);
    expect(said(guide)).to.equal(mark.nb);
  });

  it('stands within the frame of its element', async () => {
    const element = await show(pathway('nb'));
    const bottomOf = (name: string) => part(element, name).getBoundingClientRect().bottom;
    expect(bottomOf('draft')).to.be.at.most(bottomOf('base'));
  });

  it('is not told of the English original', async () => {
    const english = await show(pathway('en'));
    const norwegian = await show(pathway('nb'));
    expect(parts(english, 'draft')).to.deep.equal([]);
    expect(said(norwegian)).to.match(sentence.nb);
    expect(part(norwegian, 'draft').lang).to.equal('nb');
    await click(part(norwegian, 'original'));
    expect(said(norwegian)).to.equal('');
    expect(part(norwegian, 'base').lang).to.equal('en');
    await click(part(norwegian, 'original'));
    expect(part(norwegian, 'base').lang).to.equal('nb');
  });
});
