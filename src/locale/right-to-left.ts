/** Languages that are written from right to left. A built script contains only those that it can show. */
export const rightToLeft: readonly string[] = [
  'ar',
  'ckb',
  'dv',
  'fa',
  'he',
  'prs',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
];
