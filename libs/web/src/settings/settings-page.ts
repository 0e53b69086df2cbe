import { z } from 'zod';

const row = (...cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** What a setting is when nobody says it, in words. */
function otherwise(schema: z.ZodType): string {
  const said = (value: unknown): string => {
    const text = Array.isArray(value) ? value.join(',') : String(value);
    return text ? `\`${text}\`` : 'nothing';
  };
  const usual = schema instanceof z.ZodDefault ? said(schema.def.defaultValue) : undefined;
  const development = schema.meta()?.['inDevelopment'];
  if (development !== undefined) {
    return `${said(development)} in development; in production ${usual ?? 'it must be said'}`;
  }
  if (usual) return usual;
  return schema instanceof z.ZodOptional ? 'nothing' : 'must be said';
}

/** The settings of one process as a section of docs/settings.md; `shape` is the schema that it reads them by. */
export const settingsSection = (process: string, shape: z.ZodRawShape): string =>
  [
    `## ${process}`,
    '',
    row('setting', 'what it says', 'unless told'),
    row('---', '---', '---'),
    ...Object.entries(shape).map(([name, schema]) =>
      row(`\`${name}\``, (schema as z.ZodType).description ?? '', otherwise(schema as z.ZodType)),
    ),
    '',
  ].join('\n');
