import type { Kind } from '@academies/contracts';
import { readFileSync } from 'node:fs';

/** A field of a task as the field's own table tells it. */
export interface FieldTold {
  readonly name: string;
  readonly of: 'tick' | 'yes_no' | 'text' | 'int' | 'date' | 'month' | 'contact' | 'enum';
  /** Of an enum. */
  readonly choices: readonly string[];
  /** Asked only when another field of the task says this. */
  readonly when: string | undefined;
  readonly feedsReport: boolean;
}

/** A task of a task list, as docs/domain/tasks.csv tells it. */
export interface TaskTold {
  readonly kind: Kind;
  readonly section: string;
  readonly name: string;
  readonly title: string;
  readonly optional: boolean;
  readonly fields: readonly FieldTold[];
}

/** `confirmed_date:month*`, `option:enum(standard|commercial)*`, `reason:text when commercial*`. */
const written = /^(?<name>\w+):(?<of>\w+)(?:\((?<choices>[\w|]+)\))?(?: when (?<when>\w+))?(?<star>\*)?$/;

function fieldOf(text: string): FieldTold {
  const { groups } = written.exec(text) ?? {};
  if (!groups) throw new Error(`docs/domain/tasks.csv has a field that cannot be read: ${text}`);
  const { name = '', of, choices, when, star } = groups;
  return {
    name,
    of: of as FieldTold['of'],
    choices: choices?.split('|') ?? [],
    when,
    feedsReport: star !== undefined,
  };
}

/** Every task of both lists, in order: `list,section,task,title,optional,fields`; no title holds a comma. */
export const tasksTold = (): TaskTold[] =>
  readFileSync(new URL('../../../../docs/domain/tasks.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([kind, section = '', name = '', title = '', optional, fields = '']) => ({
      kind: kind as Kind,
      section,
      name,
      title,
      optional: optional === 'yes',
      fields: fields.split('; ').map(fieldOf),
    }));
