/** Whether an attribute holds an address. Not to be trusted in what strangers may have written. */
export const isAddress = (name: string): boolean => /(?:^|-)(?:href|src)$/.test(name);
