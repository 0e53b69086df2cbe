import { InvalidError } from '@academies/contracts';

/** A cell that cannot be what its column is; the row is reported and left out. */
export class BadValue extends InvalidError {
  constructor(message: string) {
    super('REGISTER.BAD_VALUE', message);
  }
}

/** Takes a cell as it stands in the file to its value, or throws `BadValue`. */
export type Parser<Value> = (cell: string) => Value;
