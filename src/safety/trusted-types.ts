export interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}
/** Not in the types of TypeScript yet. A policy makes what its rules name, and nothing else. */
export interface PolicyFactory {
  createPolicy<Rules extends Partial<Policy>>(name: string, rules: Rules): Rules;
}

const same = (text: string) => text;

/**
 * The Trusted Types policy `havn`, for lit-html's own templates and for the language files in our own folder.
 * `undefined` if a page refuses it (the name is taken, a stricter list): the fallback shows then, and nothing throws.
 */
export const policy: Policy | undefined = (() => {
  try {
    const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
    return trustedTypes?.createPolicy('havn', { createHTML: same, createScriptURL: same });
  } catch {
    return undefined;
  }
})();
