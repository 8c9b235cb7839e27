export { define } from './base/define.js';
export { HavnElement } from './base/havn-element.js';
export * from './elements/generated/classes.js';
