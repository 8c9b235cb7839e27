/** Languages that are written from right to left. A script carries the names of those that it can come to show. */
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
