import { textOfKind } from './text.ts';

const address = /^[^\s@"(),:;<>[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** An e-mail address. */
export const email = textOfKind({
  type: 'email',
  mustBe: (value) => !address.test(value) && 'Enter an email address in the correct format, like name@example.com',
});
