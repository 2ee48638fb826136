/** A refusal of the site: thrown by whoever finds the reason, answered as the contract's RestError. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors: readonly string[] = [message],
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export const badRequest = (message: string, errors?: readonly string[]): Refusal => new Refusal(400, message, errors);
export const forbidden = (message: string): Refusal => new Refusal(403, message);
export const notFound = (message: string): Refusal => new Refusal(404, message);

export interface RestError {
  errorMessage: string;
  errors: readonly string[];
  statusCode: number;
}

export function restError(refusal: Refusal): RestError {
  return { errorMessage: refusal.message, errors: refusal.errors, statusCode: refusal.status };
}
