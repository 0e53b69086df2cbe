import type { FieldTold } from '@academies/testing';

/** A value for a field: what is sent of it, and how a cell that has it reads. */
export interface TypedValue {
  readonly typed: Readonly<Record<string, string>>;
  readonly says: RegExp;
}

const nextYear = new Date().getFullYear() + 1;
const exactly = (text: string) => new RegExp(`^${text}$`);

/** Values that a field can have, by its kind: every choice, and those that are easily lost (no, 0). */
export function valuesFor({ name, of, choices }: FieldTold, contact: { id: string; name: string }): TypedValue[] {
  const plain = (value: string, says = exactly(value)): TypedValue => ({ typed: { [name]: value }, says });
  const kinds: Readonly<Record<FieldTold['of'], () => TypedValue[]>> = {
    tick: () => [plain('yes', /^(yes|confirmed)$/)],
    yes_no: () => [plain('yes'), plain('no')],
    text: () => [plain('Oak, Ash and Thorn')],
    int: () => [plain('0'), plain('421')],
    date: () => [
      {
        typed: { [`${name}-day`]: '5', [`${name}-month`]: '10', [`${name}-year`]: '2025' },
        says: exactly('2025-10-05'),
      },
    ],
    month: () => [
      { typed: { [`${name}-month`]: '5', [`${name}-year`]: String(nextYear) }, says: exactly(`${nextYear}-05-01`) },
    ],
    contact: () => [plain(contact.id, exactly(contact.name))],
    enum: () => choices.map((choice) => plain(choice, new RegExp(`^${choice.replaceAll('_', ' ')}( |$)`))),
  };
  return kinds[of]();
}
