import { InvalidError } from '@academies/contracts';

/** A cell that cannot be what its column is: it is told and unknown; where the column is needed, its row is left out. */
export class BadValue extends InvalidError {
  constructor(message: string) {
    super('IMPORT.BAD_VALUE', message);
  }
}

/** Takes a cell as it stands in the file to its value, or throws `BadValue`. */
export interface Parser<Value> {
  (cell: string): Value;
  /** A row without this value is none. */
  readonly needed?: true;
}
