interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

const same = (text: string) => text;

/**
 * The Trusted Types policy `havn`, for lit-html's own templates and for the language files of our own folder. Where a
 * page refuses it (another one of the name, a stricter list) there is none: the fallback then shows, nothing throws.
 */
export const policy: Policy | undefined = (() => {
  try {
    const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
    return trustedTypes?.createPolicy('havn', { createHTML: same, createScriptURL: same });
  } catch {
    return undefined;
  }
})();
