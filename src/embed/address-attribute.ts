/** Whether an attribute says where something leads, or comes from. In what strangers may have written it is not taken at its word. */
export const isAddress = (name: string): boolean => /(?:^|-)(?:href|src)$/.test(name);
