import type { Problem } from '@academies/contracts';
import type { Sql } from '@academies/database';
import type { Found } from '@academies/forms';
import { Limited, Needs } from '@academies/web';
import { Controller, Get, Param, Query as Address } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { looks, matching, namesOf, theOne } from '../preview/found.ts';
import type { Offer } from '../preview/offered.ts';
import { narrowModel, type ReadModel } from '../read-model/read-model.ts';
import { type Choice, type Query, said } from './choice.ts';

const typedIn = (query: Query, field: string): string => {
  const value = [query[field]].flat()[0];
  return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, 200) : '';
};

/** Fields of the form that an address does not have: a name that is typed, and the one that something was found by. */
export const nameFields = Object.keys(looks).flatMap((name) => [`${name}_search`, `${name}_searched`]);

/** What typed names can mean: by the name of the filter. */
export type Several = ReadonlyMap<string, Found & { readonly search: string }>;

/** Takes typed names for the values that they mean; what may mean several is to be asked, what means nothing is a problem. */
export async function withNames(sent: Query, query: Query, model: ReadModel, sql: Sql) {
  const [problems, several, meant] = [[] as Problem[], new Map<string, Found & { search: string }>(), { ...query }];
  for (const [name, { none }] of Object.entries(looks)) {
    const search = typedIn(sent, `${name}_search`);
    // With what was found, or suggested, the choice itself is sent.
    if (search === '' || search === typedIn(sent, `${name}_searched`)) continue;
    const found = await matching(name, search, model, sql);
    const one = theOne(found, search);
    if (one) meant[name] = [...said(query, name), one.value];
    else if (found.matches.length > 0) several.set(name, { ...found, search });
    else problems.push({ field: `${name}_search`, message: `${none} “${search.slice(0, 60)}”` });
  }
  return { query: meant, problems, several: several as Several };
}

/** How people call the values that a choice has by number. */
export async function namesInChoice({ filters }: Choice, model: ReadModel, sql: Sql): Promise<Map<string, Offer[]>> {
  const all = new Map<string, Offer[]>();
  for (const name of Object.keys(looks)) all.set(name, await namesOf(name, filters[name] ?? [], model, sql));
  return all;
}

/** The search of a filter as its page draws it, with what was found to choose from. */
export function searchView(name: string, label: string, sent: Query, several: Several) {
  const found = several.get(name);
  const id = `${name}_search`;
  return {
    name,
    lookUp: `/exports/own/find/${name}`,
    searched: found?.search ?? '',
    input: {
      id,
      name: id,
      value: found?.search ?? (typedIn(sent, `${name}_searched`) ? '' : typedIn(sent, id)),
      label: { text: label },
      hint: { text: looks[name]?.hint },
      autocomplete: 'off',
      spellcheck: false,
    },
    radios: found && {
      idPrefix: name,
      name,
      fieldset: { legend: { text: 'Which one?', classes: 'govuk-fieldset__legend--s' } },
      hint: found.more ? { text: 'There are more: enter more of the name' } : undefined,
      classes: 'govuk-radios--small',
      items: found.matches.map(({ value, text, hint }) => ({ value, text, hint: { text: hint } })),
    },
  };
}

/** Suggests while somebody types a name. */
@Controller('exports/own/find/:filter')
@Needs('exports')
export class FindName {
  constructor(private readonly reading: Reading) {}

  @Get()
  @Limited('look-ups')
  async find(@Param('filter') name: string, @Address() query: Query): Promise<Found> {
    const { sql } = this.reading;
    return matching(Object.hasOwn(looks, name) ? name : '', typedIn(query, 'search'), await narrowModel(sql), sql);
  }
}
