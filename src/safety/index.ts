export { dialable, safeLink, webAddress } from './links.js';
export { formatPhone, plainText } from './text.js';
