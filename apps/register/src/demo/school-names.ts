import { placeNumber } from './names.ts';
import { randomFor } from './random.ts';
import { phases, type SchoolPhase, type SchoolType } from './school-kinds.table.ts';
import { words } from './words.table.ts';

const faiths: Partial<Record<SchoolType, readonly string[]>> = {
  voluntaryAided: ["St {saint}'s Catholic", "St {saint}'s Church of England", 'Holy Name of {place} Catholic'],
  voluntaryControlled: ["St {saint}'s Church of England", '{place} Church of England'],
};
const plain = ['{place}', '{place} {word}', '{word}', '{place}', 'Ysgol {place} –'];

/** Names of schools, from places and words that stand for nothing. */
export const schoolName = {
  /** The village or part of town that a school is called after. */
  place: (urn: string): string => placeNumber(Number(urn) % 431),

  of(urn: string, { type, phase }: { type: SchoolType; phase: SchoolPhase }): string {
    const { pick, chance } = randomFor(`name of ${urn}`);
    const start = pick(faiths[type] ?? (chance(2) ? plain : plain.slice(0, 4)))
      .replace('{saint}', pick(words.saints))
      .replace('{place}', this.place(urn))
      .replace('{word}', pick(words.schoolWords));
    return `${start} ${pick<string>(phases[phase].words)}${chance(3) ? `, ${this.place(urn)}` : ''}`;
  },
};
