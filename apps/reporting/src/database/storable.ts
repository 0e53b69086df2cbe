/** What PostgreSQL refuses in jsonb: NUL, and halves of surrogate pairs, as JSON.stringify writes them. */
const suspicious = /\\u(0000|d[89a-f])/i;

const clean = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;

/** JSON that jsonb takes. An odd character in a name is no reason to hold a project back. */
export function storable(value: unknown): string {
  const json = JSON.stringify(value);
  return json.includes('\\u') && suspicious.test(json) ? JSON.stringify(JSON.parse(json), clean) : json;
}
