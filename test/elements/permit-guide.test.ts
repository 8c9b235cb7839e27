import { emulateMedia, sendMouse } from '@web/test-runner-commands';
import { rosa } from '../rosa.js';
import { expect, parentOf, settled, show, showAt } from './helpers.js';
import { replacing } from './host.js';
import { active, all, hrefs as callLinks, find, focused, part, parts, textOf } from './on-screen.js';
import { answer, click, keys } from './reader.js';

const questions = '<havn-permit-guide view="questions"></havn-permit-guide>';
const compare = '<havn-permit-guide></havn-permit-guide>';

const heading = (guide: Element) => find(guide, '.heading');
const asked = (guide: Element) => textOf(heading(guide));
const status = (guide: Element) => textOf(find(guide, '[role=status]'));
const press = (guide: Element, name: string) => click(part(guide, name));
/** The first permit under an outcome; the permits are closed `details`. */
const permitOf = (guide: Element) => find<HTMLDetailsElement>(guide, '[part=permit]');
const numbersToAsk = (guide: Element) => parts(guide, 'service-call').map(call => call.getAttribute('href'));
const isShown = (node: Element) => node.getClientRects().length > 0;
const scopes = (table: Element, selector: string) =>
  all<HTMLTableCellElement>(table, selector).map(({ scope }) => scope);

/** The answers that lead to `ties`, the last question of the longest path. */
const toTheEnd = [1, 0, 1, 0, 0];

describe('permit guide', () => {
  afterEach(() => emulateMedia({ media: 'screen' }));

  describe('side by side', () => {
    for (const [lang, notStated] of Object.entries({
      en: 'Not stated',
      nb: 'Ikke oppgitt',
      nn: 'Ikkje oppgitt',
    }))
      it(`no cell is blank in ${lang}, and what is not stated is said not to be`, async () => {
        const guide = await show(`<havn-permit-guide lang="${lang}"></havn-permit-guide>`);
        const cells = all(part(guide, 'table'), 'tbody tr:has(th) td');
        expect(cells).to.have.length(32);
        for (const cell of cells) expect(textOf(cell)).to.match(/\w/);
        expect(cells.filter(cell => textOf(cell) === notStated)).to.have.length(11);
        expect(all(guide, '.cards dd')).to.have.length(32 - 11);
        expect(all(guide, '.cards dd').every(textOf)).to.equal(true);
        // It is said once in the column and in the card of each permit of which not all is known, with the number.
        const notes = [all(guide, '.beside'), parts(guide, 'permit')].map(places =>
          places.flatMap(place => all(place, '.not-said')),
        );
        const [ofTable, ofCards] = notes.map(ones =>
          ones.map(note =>
            textOf(note)
              .replace(textOf(find(note, 'a')), '')
              .trim()
              .replace(/^.*: /, '')
              .split(' · '),
          ),
        );
        expect(ofCards).to.have.length(3);
        expect(ofCards?.flat()).to.have.length(11);
        expect(ofTable).to.deep.equal(ofCards);
        for (const note of notes.flat()) expect(find<HTMLAnchorElement>(note, 'a').href).to.equal(rosa.href);
      });

    it('is a table with headers of rows and columns where there is room', async () => {
      const guide = await showAt('1100px', compare);
      const table = part(guide, 'table');
      expect(isShown(table)).to.equal(true);
      expect(getComputedStyle(table).display).to.equal('table');
      expect(isShown(find(guide, '.cards'))).to.equal(false);
      expect(scopes(table, 'thead th')).to.deep.equal(Array(4).fill('col'));
      expect(scopes(table, 'tbody th')).to.deep.equal(Array(8).fill('row'));
      expect(all(table, '[colspan]')).to.deep.equal([]);
      // Each stands under the name of its permit, of which all is known only for the first.
      const columns = all(table, '.not-said').map(
        note => (note.closest('td') as HTMLTableCellElement).cellIndex,
      );
      expect(columns).to.deep.equal([2, 3, 4]);
      expect(table.getAttribute('aria-label')).to.equal(textOf(part(guide, 'title')));
    });

    for (const [width, columns] of Object.entries({ '360px': 1, '760px': 2 }))
      it(`is a card a permit at ${width}, in ${columns} columns`, async () => {
        const guide = await showAt(width, compare);
        expect(isShown(part(guide, 'table'))).to.equal(false);
        const cards = parts(guide, 'permit');
        expect(cards).to.have.length(4);
        const first = part(guide, 'permit').getBoundingClientRect().top;
        expect(cards.filter(card => Math.abs(card.getBoundingClientRect().top - first) < 1)).to.have.length(
          columns,
        );
      });

    it('names whom to ask, each number once, the helpline first', async () => {
      const guide = await show(compare);
      expect(numbersToAsk(guide)).to.deep.equal([rosa.href, 'tel:02800', 'tel:+4723351600']);
      expect(part(guide, 'service-call', 1).closest('li')?.textContent).to.contain(
        'Applying for a reflection period',
      );
    });

    it('tells the source of each permit', async () => {
      const guide = await show(compare);
      for (const permit of parts(guide, 'permit'))
        expect(textOf(permit)).to.match(/Source.*Assistance for victims.*Nobody has checked it since\./);
      expect(part(guide, 'table').querySelectorAll('[part=source]')).to.have.length(4);
    });

    it('leads to the questions and back, and the focus goes along', async () => {
      const guide = await show(compare);
      await press(guide, 'other-view');
      expect(asked(guide)).to.equal('Are you in danger now?');
      expect(focused(guide)).to.equal(textOf(part(guide, 'title')));
      await press(guide, 'other-view');
      expect(parts(guide, 'table')).to.have.length(1);
      expect(focused(guide)).to.equal(textOf(part(guide, 'title')));
      expect(guide.hasAttribute('view')).to.equal(false);
      guide.setAttribute('view', 'questions');
      await settled();
      expect(asked(guide)).to.equal('Are you in danger now?');
    });
  });

  describe('questions', () => {
    it('asks one question at a time, in a group that it names', async () => {
      const guide = await show(questions);
      const group = part(guide, 'question');
      expect(group.localName).to.equal('fieldset');
      const legend = find(group, '*');
      expect(legend.localName).to.equal('legend');
      expect(textOf(legend)).to.equal('Are you in danger now?');
      expect(parts(guide, 'answer').map(textOf)).to.deep.equal(['Yes', 'No']);
      expect(parts(guide, 'back')).to.have.length(0);
      expect(parts(guide, 'restart')).to.have.length(0);
      expect(callLinks(guide.shadowRoot)).to.deep.equal([rosa.href]);
    });

    it('takes no focus before the reader has done anything', async () => {
      const guide = await show(questions);
      expect(focused(guide)).to.equal(null);
    });

    it('after each step the focus is on the new heading, and the place is told politely', async () => {
      const guide = await show(questions);
      const region = find(guide, '[role=status]');
      for (const [step, number] of toTheEnd.entries()) {
        expect(status(guide)).to.equal(`Question ${step + 1} of at most 6`);
        const before = asked(guide);
        await answer(guide, number);
        expect(asked(guide)).not.to.equal(before);
        expect(focused(guide)).to.equal(asked(guide));
      }
      expect(status(guide)).to.equal('Question 6 of 6');
      await answer(guide, 0);
      expect(status(guide)).to.equal('Where your answers lead');
      expect(focused(guide)).to.equal(asked(guide));
      expect(region.isConnected).to.equal(true);
    });

    it('back goes back through all of them, from the outcome to the first', async () => {
      const guide = await show(questions);
      const seen = [];
      for (const number of toTheEnd) {
        seen.push(asked(guide));
        await answer(guide, number);
      }
      seen.push(asked(guide));
      await answer(guide, 0);
      while (seen.length) {
        await press(guide, 'back');
        expect(asked(guide)).to.equal(seen.pop());
        expect(focused(guide)).to.equal(asked(guide));
      }
      expect(parts(guide, 'back')).to.have.length(0);
    });

    it('starts again at the first question, from anywhere', async () => {
      const guide = await show(questions);
      for (const path of [[1], [1, 0, 1], [0]]) {
        await answer(guide, ...path);
        await press(guide, 'restart');
        expect(asked(guide)).to.equal('Are you in danger now?');
        expect(focused(guide)).to.equal(asked(guide));
      }
    });

    describe('tapped by hand', () => {
      /**
       * Taps where the second answer stands, and again, moved, on what stands there then. `after` is in milliseconds, and
       * the events say it: how long the taps really take is up to the machine.
       */
      async function tapTwice({ moved = 0, after }: { moved?: number; after: number }) {
        const guide = await show(questions);
        const hit: boolean[] = [];
        const hear = (event: Event) => {
          Object.defineProperty(event, 'timeStamp', { value: 1000 + after * hit.length });
          hit.push((event.composedPath()[0] as Element).matches('[part=answer]'));
        };
        addEventListener('click', hear, true);
        const { left, top } = part(guide, 'answer', 1).getBoundingClientRect();
        // A busy browser has not painted yet what is tapped: then nothing is hit.
        while (!hit.length)
          await sendMouse({ type: 'click', position: [Math.round(left + 20), Math.round(top + 12)] });
        const position: [number, number] = [Math.round(left + 20 + moved), Math.round(top + 12 + moved / 2)];
        await sendMouse({ type: 'click', position });
        removeEventListener('click', hear, true);
        await settled();
        expect(hit).to.deep.equal([true, true]);
        return guide;
      }

      for (const moved of [0, 28])
        it(`a double tap is one answer, also ${moved} px apart`, async () => {
          expect(status(await tapTwice({ moved, after: 349 }))).to.equal('Question 2 of at most 6');
        });

      it('a second tap that is meant is not lost', async () => {
        expect(status(await tapTwice({ after: 350 }))).to.equal('Question 3 of at most 6');
      });

      it('nor does a double tap on an answer go back', async () => {
        const guide = await show(questions);
        const press = async (name: string, number: number) => {
          part(guide, name, number).dispatchEvent(new MouseEvent('click', { detail: 1 }));
          await settled();
        };
        await press('answer', 1);
        await press('back', 0);
        expect(status(guide)).to.equal('Question 2 of at most 6');
      });
    });

    it('danger ends at 112, before anything else', async () => {
      const guide = await show(questions);
      await answer(guide, 0);
      expect(asked(guide)).to.equal('Call the police now');
      expect(callLinks(guide.shadowRoot)[0]).to.equal('tel:112');
      const emergency = part(guide, 'service-call');
      expect(emergency.classList.contains('danger')).to.equal(true);
      // Only headings may be above it on screen.
      const above = all(guide, 'p, li, details, button').filter(
        node =>
          isShown(node) &&
          textOf(node) &&
          !emergency.closest('li')?.contains(node) &&
          !node.contains(emergency) &&
          node.getBoundingClientRect().top < emergency.getBoundingClientRect().bottom,
      );
      expect(above.map(textOf)).to.deep.equal([]);
    });

    it('an outcome tells whom to ask, the conditions that count, the permits and the answers', async () => {
      const guide = await show(questions);
      await answer(guide, ...toTheEnd, 0);
      const outcome = textOf(part(guide, 'outcome'));
      expect(outcome)
        .to.contain('A limited residence permit may be possible')
        .and.to.match(/Whom to ask.*The conditions that count.*broken ties.*have to/);
      expect(numbersToAsk(guide)).to.deep.equal([rosa.href, 'tel:+4723351600', 'tel:02800']);
      const permit = permitOf(guide);
      expect(permit.open).to.equal(false);
      expect(textOf(permit)).to.match(/^Limited residence permit.*Up to 12 months.*Source/);
      const answers = part(guide, 'answers');
      expect(answers.open).to.equal(false);
      expect(textOf(answers)).to.match(
        /Are you in danger now\? ?No.*Have you been able to break contact.* ?Yes$/,
      );
    });

    it('keeps its place when the language changes', async () => {
      const guide = await show(questions);
      await answer(guide, 1, 0);
      guide.lang = 'nb';
      await settled();
      expect(status(guide)).to.equal('Spørsmål 3 av høyst 6');
      guide.lang = 'en';
      await answer(guide, 3, 2);
      guide.lang = 'nn';
      await settled();
      expect(parts(guide, 'outcome')).to.have.length(1);
      expect(part(guide, 'answers').querySelectorAll('dt')).to.have.length(4);
    });

    it('no event of ours tells what was answered', async () => {
      const heard: string[] = [];
      const types = ['havn-ready', 'havn-error', 'change', 'input'];
      const listen = (event: Event) => heard.push(event.type);
      for (const type of types) addEventListener(type, listen);
      const guide = await show(questions);
      await answer(guide, ...toTheEnd, 0);
      for (const type of types) removeEventListener(type, listen);
      expect(heard).to.deep.equal(['havn-ready']);
    });

    const ways = {
      'the page is left': () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
      'it is taken out'(guide: Element) {
        const place = parentOf(guide);
        guide.remove();
        place.append(guide);
      },
    };
    for (const [name, leave] of Object.entries(ways))
      it(`forgets the answers when ${name}`, async () => {
        const guide = await show(questions);
        await answer(guide, 1, 0, 1);
        leave(guide);
        await settled();
        expect(asked(guide)).to.equal('Are you in danger now?');
        expect(parts(guide, 'back')).to.have.length(0);
        await answer(guide, 0);
        expect(part(guide, 'answers').querySelectorAll('dt')).to.have.length(1);
      });

    it('listens no more to a page that it is not in', async () => {
      const guide = await show(questions);
      const { removeEventListener } = window;
      const removed: string[] = [];
      const remove = (...values: Parameters<typeof removeEventListener>) => {
        removed.push(values[0]);
        removeEventListener.call(window, ...values);
      };
      await replacing(window, 'removeEventListener', remove, () => guide.remove());
      expect(removed).to.contain('pagehide');
    });

    it('prints the outcome and the permit opened, and not what was answered', async () => {
      const guide = await show(questions);
      await answer(guide, ...toTheEnd, 0);
      await emulateMedia({ media: 'print' });
      expect(isShown(part(guide, 'outcome'))).to.equal(true);
      const permit = permitOf(guide);
      expect(find(permit, 'dl').getBoundingClientRect().height).to.be.greaterThan(100);
      expect(isShown(part(guide, 'answers'))).to.equal(false);
    });
  });

  describe('keyboard', () => {
    /** Presses Tab until the node with these words has focus. */
    const tabTo = async (guide: Element, words: string) => {
      for (let step = 0; step < 12; step++) {
        await keys('Tab');
        if (focused(guide) === words) return;
      }
      throw new Error(`"${words}" is not reached`);
    };

    it('answers all questions with keys alone, goes back, starts again and changes the view', async () => {
      const guide = await show(questions);
      await tabTo(guide, 'No');
      await keys('Enter');
      expect(focused(guide)).to.equal(asked(guide));
      for (const [words, key] of [
        ['I am not sure', 'Space'],
        ['A court case against those who did it', 'Enter'],
        ['Yes', 'Space'],
        ['Yes', 'Enter'],
        ['No, or not yet', 'Enter'],
      ] as const) {
        await tabTo(guide, words);
        await keys(key);
        expect(focused(guide)).to.equal(asked(guide));
      }
      expect(asked(guide)).to.equal('A reflection period may come first');

      await tabTo(guide, 'Reflection period');
      await keys('Enter');
      expect(permitOf(guide).open).to.equal(true);
      await tabTo(guide, 'Your answers');
      await keys('Space');
      expect(part(guide, 'answers').open).to.equal(true);

      await tabTo(guide, 'Back');
      await keys('Enter');
      expect(asked(guide)).to.match(/break contact/);
      await keys('Tab', 'Space');
      expect(asked(guide)).to.equal('A limited residence permit may be possible');

      await tabTo(guide, 'Start again');
      await keys('Enter');
      expect(asked(guide)).to.equal('Are you in danger now?');
      await tabTo(guide, 'See all permits side by side');
      await keys('Enter');
      expect(focused(guide)).to.equal(textOf(part(guide, 'title')));
      expect(parts(guide, 'table')).to.have.length(1);
    });

    it('the focus on a heading is seen after a key, and every control is reached in order', async () => {
      const guide = await show(questions);
      await tabTo(guide, 'No');
      await keys('Enter');
      expect(getComputedStyle(heading(guide)).outlineWidth).to.equal('3px');
      const controls = all(guide, 'a, button, summary');
      for (const control of controls) {
        await keys('Tab');
        // Compares to true: to print a node in a failing expectation takes minutes.
        expect(active(guide) === control).to.equal(true);
      }
    });
  });
});
