/** Publishing cannot go on as asked. The message says what is the matter and what to do next. */
export class PublishError extends Error {
  override name = 'PublishError';
}
