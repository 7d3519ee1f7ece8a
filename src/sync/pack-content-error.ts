import { SourceError } from './source.ts';

/** A version of a pack came as it was announced and cannot be used: it will not be any better when it is fetched again. */
export class PackContentError extends SourceError {
  override name = 'PackContentError';
}
