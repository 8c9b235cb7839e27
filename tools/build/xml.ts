import { DOMParser } from '@xmldom/xmldom';

/** By default the parser prints each fault, and goes on. */
function refuse(_level: string, message: string) {
  throw new Error(message);
}

/** @throws if it is not well-formed */
export const parseXml = (xml: string): Document =>
  new DOMParser({ locator: {}, errorHandler: refuse }).parseFromString(xml, 'text/xml');
