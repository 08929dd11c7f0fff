export type ApiErrorKind = 'offline' | 'notFound' | 'gone' | 'bad';

/**
 * Why a question was not answered.
 * `offline`: the server was not reached, or something on the way answered in its place (captive portal, proxy error).
 * `notFound`, `gone`: the server knows that the thing does not exist, or no longer; `replacedBy` is the path of its heir.
 * `bad`: the server refused the question or failed.
 */
export class ApiError extends Error {
  constructor(
    readonly kind: ApiErrorKind,
    message: string,
    readonly replacedBy: string | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}
