/** Replaces or breaks built-ins as a host page can, records console warnings, and sets the clock. */
import { settled } from './helpers.js';

/** Replaces a property while `action` runs. */
export async function replacing<Result>(
  owner: object,
  name: string,
  value: unknown,
  action: () => Result | Promise<Result>,
) {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  try {
    return await action();
  } finally {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  }
}

/** The result of `action`, and the console warnings while it runs. */
export async function heard<Result>(action: () => Result | Promise<Result>) {
  const warnings: string[] = [];
  const result = await replacing(
    console,
    'warn',
    (...values: unknown[]) => warnings.push(values.join(' ')),
    async () => {
      const result = await action();
      await settled();
      return result;
    },
  );
  return { result, warnings };
}
export const warningsOf = async (action: () => unknown) => (await heard(action)).warnings;

/** Breaks the rendering of elements that are created while `action` runs. */
export const broken = <Result>(action: () => Promise<Result>) =>
  replacing(
    Document.prototype,
    'importNode',
    () => {
      throw new Error('broken by the test');
    },
    action,
  );

const TheDate = Date;

/** Sets the clock of the page. @param behind how many minutes the device is behind UTC; default: the real offset */
export function setClock(instant: string | number, behind?: number) {
  const present = +new TheDate(instant);
  Object.assign(globalThis, {
    Date: class extends TheDate {
      constructor(...values: [number?]) {
        super(...((values.length ? values : [present]) as [number]));
      }

      static override now() {
        return present;
      }

      override getTimezoneOffset() {
        return behind ?? super.getTimezoneOffset();
      }
    },
  });
}

afterEach(() => {
  globalThis.Date = TheDate;
});
