import { columnNamed, columns } from '../columns/columns.ts';
import { contactRules } from './contacts.rules.ts';
import { dateRules } from './dates.rules.ts';
import { menders } from './menders.ts';
import { registerRules } from './register.rules.ts';
import type { AlikeRule, Rule } from './rule.ts';

/** A spreadsheet's cell holds so many characters; what is longer is cut without a word (docs/domain/readers.md). */
const longestInSpreadsheet = 32_767;

const fileRules: readonly Rule[] = [
  {
    name: 'text-cut',
    title: 'A text is too long for a spreadsheet',
    level: 'needs a look',
    columns: columns.filter(({ format }) => /text|words/.test(format)).map(({ name }) => name),
    mend: menders.project,
    finds: ({ cells }) => {
      const place = cells.findIndex((cell) => cell !== null && cell.length > longestInSpreadsheet);
      const column = columns[place];
      return (
        column &&
        `${column.heading} has ${cells[place]?.length} characters, a spreadsheet keeps ${longestInSpreadsheet}`
      );
    },
  },
];

/** Every rule about one row. A new one is an entry of its table (docs/domain/reporting.md, "What changed, what was, and can it be trusted"). */
export const rules: readonly Rule[] = [...dateRules, ...contactRules, ...registerRules, ...fileRules];

/** Rules about rows that agree in their columns. */
export const alikeRules: readonly AlikeRule[] = [
  {
    name: 'two-alike',
    title: 'Two projects look like one',
    level: 'needs a look',
    columns: ['school_urn', 'project_type'],
    mend: menders.project,
    finding: 'Another project of the same kind has the same school',
  },
];

/** All rules, as lists and pages name them. */
export const everyRule = [...rules, ...alikeRules];

const byName = new Map(everyRule.map((rule) => [rule.name, rule]));

/** The rule of that name, if this release has it. */
export const ruleNamed = (name: string) => byName.get(name);

for (const { columns: named } of everyRule) named.forEach(columnNamed); // a name that no column has stops the start
