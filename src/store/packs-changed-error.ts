/** A pack was updated or removed while its records were being read: start over. */
export class PacksChangedError extends Error {
  override name = 'PacksChangedError';
}
