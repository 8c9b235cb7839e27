/**
 * Reads the word files of Pagefind (https://pagefind.app) without its runtime: the runtime compares every service found
 * with every word found, which takes seconds at 20 000 services, and it needs WebAssembly, which strict pages forbid.
 * The files are CBOR (RFC 8949) after twelve letters.
 */

/** A word, and the services that have it, by their places. */
export interface IndexedWord {
  readonly word: string;
  readonly inNames: readonly number[];
  readonly inTexts: readonly number[];
}

const signature = 'pagefind_dcd'.length;

interface Reader {
  /** The length of the list that begins here. */
  list(): number;
  text(): string;
  integer(): number;
}

/** Reads value by value. Throws at the end, or if a value is of another kind: the file may be anything. */
export function readerOf(bytes: Uint8Array, start = signature): Reader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = start;
  const kinds = { natural: 0, negative: 1, text: 3, list: 4 };
  let kind = 0;
  /** The number that each value begins with. */
  const head = (): number => {
    const first = view.getUint8(at++);
    kind = first >> 5;
    const short = first & 31;
    if (short < 24) return short;
    const size = 2 ** (short - 24);
    at += size;
    if (size === 1) return view.getUint8(at - 1);
    if (size === 2) return view.getUint16(at - 2);
    if (size === 4) return view.getUint32(at - 4);
    throw Error('a number is too large');
  };
  const expect = (isExpected: boolean) => {
    if (!isExpected) throw Error('it is no index');
  };
  return {
    list() {
      const length = head();
      expect(kind === kinds.list);
      return length;
    },
    text() {
      const length = head();
      expect(kind === kinds.text && at + length <= bytes.length);
      at += length;
      return decoder.decode(bytes.subarray(at - length, at));
    },
    integer() {
      const number = head();
      expect(kind === kinds.natural || kind === kinds.negative);
      return kind === kinds.negative ? -1 - number : number;
    },
  };
}

/** Limits, since a small packed file can unpack to any size: above what any file of a million services has. */
const mostWords = 100_000;
const mostPlaces = 2_000_000;

/** Whether one word sorts before another: an index has each word once, in order. */
function isBefore(one: string, other: string): boolean {
  // Rust sorts letters outside the basic plane after all others, JavaScript does not: their order is not checked.
  return one < other || (one !== other && /[\ud800-\udfff]/.test(one + other));
}

/**
 * The words of a file, in alphabetical order.
 * @param services how many there are; throws if a place is beyond them
 */
export function wordsIn(bytes: Uint8Array, services: number): readonly IndexedWord[] {
  const read = readerOf(bytes);
  let wordsLeft = mostWords;
  let placesLeft = mostPlaces;
  const skipList = () => {
    const length = read.list();
    for (let index = 0; index < length; index++) read.integer();
    return length > 0;
  };
  const placesOf = (word: string): IndexedWord => {
    if (!word || wordsLeft-- === 0) throw Error('it is no index of words');
    const inNames: number[] = [];
    const inTexts: number[] = [];
    let place = 0;
    for (let left = read.list(); left > 0; left--) {
      const parts = read.list();
      if (placesLeft-- === 0) throw Error('it has more places than it may');
      place += read.integer();
      if (!(place >= 0 && place < services)) throw Error('a place is beyond the services');
      // First the positions in the text, then those in fields with a weight of their own: only the name has one.
      if (skipList()) inTexts.push(place);
      if (parts > 2 && skipList()) inNames.push(place);
    }
    return { word, inNames, inTexts };
  };
  const words: IndexedWord[] = [];
  let before = '';
  read.list();
  for (let left = read.list(); left > 0; left--) {
    const parts = read.list();
    const word = read.text();
    if (!isBefore(before, word)) throw Error('its words are in no order');
    before = word;
    words.push(placesOf(word));
    if (parts < 3) continue;
    // Other forms of the same word, with their marks.
    for (let forms = read.list(); forms > 0; forms--) {
      read.list();
      words.push(placesOf(read.text()));
    }
  }
  return words;
}
