import type { ServiceContact } from './types.js';

const contactFields: readonly string[] = [
  'id',
  'name',
  'url',
  'email',
  'phones',
  'x_groups',
  'x_contact_through',
] satisfies readonly (keyof ServiceContact)[];

/** Whether a field of a service is a part of its contact. The build and newer facts split services by it. */
export const isContactField = (field: string): boolean => contactFields.includes(field);
