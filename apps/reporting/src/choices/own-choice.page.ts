import type { Problem } from '@academies/contracts';
import { Clock, Needs, page, type Page, type Redirect, redirect } from '@academies/web';
import { Controller, Get, Query } from '@nestjs/common';
import { columns } from '../columns/columns.ts';
import { Reading } from '../database/reading.ts';
import { inAddress } from '../filters/filter.ts';
import { filters } from '../filters/filters.table.ts';
import { type Offer, offersOf } from '../preview/offered.ts';
import { FreshnessCheck } from '../freshness/freshness.ts';
import { Preview, type Previewed } from '../preview/preview.ts';
import { narrowModel, type ReadModel } from '../read-model/read-model.ts';
import {
  addressOf,
  type Choice,
  columnsOf,
  groupsOfColumns,
  narrowingOf,
  type Query as Asked,
  readChoice,
  said,
} from './choice.ts';
import { asAddress, asErrors, choiceForm, formOnly, inWords, linksOf } from './choice-form.ts';
import { firstOrder, orderNamed, orders } from './orders.table.ts';
import { namesInChoice, withNames } from './typed-names.ts';

/** Your own choice: what narrows its rows, how many there are, the first of them, and the way to its file. All of it lives in the address. */
@Controller('exports/own')
@Needs('exports')
export class OwnChoicePage {
  constructor(
    private readonly preview: Preview,
    private readonly freshnessCheck: FreshnessCheck,
    private readonly reading: Reading,
    private readonly clock: Clock,
  ) {}

  /** What the form sends is led to its address, unless something is wrong with it. */
  @Get()
  async show(@Query() query: Asked): Promise<Page | Redirect> {
    const sent = 'form' in query;
    const model = await narrowModel(this.reading.sql);
    const meant = await withNames(sent ? query : {}, sent ? asAddress(query) : query, model, this.reading.sql);
    const { several } = meant;
    const { choice, problems: wrong } = readChoice(meant.query, ['saved']);
    const problems = [...wrong, ...meant.problems];
    const [saved] = said(query, 'saved');
    if (sent && problems.length === 0 && several.size === 0) return redirect(linksOf(choice, saved).here);
    const today = this.clock.today();
    const offers = await this.offers(choice, model);
    const shown = {
      title: 'Your own choice',
      wide: true,
      freshness: await this.freshnessCheck.now(),
      form: choiceForm(choice, today, offers, { query, several }),
      words: inWords(choice, today, offers),
      links: linksOf(choice, saved),
      ...(problems.length > 0 ? { errors: asErrors(problems) } : { preview: await this.previewed(choice) }),
    };
    return page('choices/own-choice', shown, problems.length > 0 ? 400 : 200);
  }

  /** The same count and rows alone, while somebody goes on choosing. */
  @Get('live')
  async live(@Query() query: Asked): Promise<Page> {
    const { choice, problems } = readChoice(asAddress(query), [...formOnly, 'saved']);
    const links = linksOf(choice, said(query, 'saved')[0]);
    return problems.length > 0
      ? page('choices/live', { problems: problems.map(({ message }) => message), links }, 400)
      : page('choices/live', { preview: await this.previewed(choice), links });
  }

  /** Columns by group, to be ticked. */
  @Get('columns')
  columns(@Query() query: Asked): Page | Redirect {
    const { choice, problems } = readChoice(query, ['form', 'tick', 'saved']);
    const [saved] = said(query, 'saved');
    if (problems.length > 0) return this.refused(choice, problems);
    if ('form' in query) return redirect(linksOf(withTicked(choice, said(query, 'tick')), saved).here);
    const groups = [...groupsOfColumns].map(([name, names]) => ({
      name,
      text: columns.find(({ group }) => inAddress(group) === name)?.group,
      count: names.filter((column) => choice.columns.includes(column)).length,
      columns: columns.filter((column) => names.includes(column.name)),
    }));
    const kept = keptOf({ ...choice, columns: [] }, saved);
    return page('choices/columns', {
      title: 'Which columns?',
      choice,
      groups,
      kept,
      all: choice.columns,
      links: linksOf(choice),
    });
  }

  /** The order of columns and of rows; each step is an address of its own. */
  @Get('order')
  order(@Query() query: Asked): Page | Redirect {
    const { choice, problems } = readChoice(query, ['form', 'then', 'turned', 'saved']);
    const [saved] = said(query, 'saved');
    if (problems.length > 0) return this.refused(choice, problems);
    if ('form' in query) return redirect(linksOf({ ...choice, order: orderAsked(query) }, saved).here);
    const [first = firstOrder, second = ''] = choice.order;
    const rows = [first, second].map((name) => ({
      name: orderNamed(name)?.name ?? '',
      turned: orderNamed(name)?.turned,
    }));
    const link = (wanted: Named) => linksOf({ ...choice, columns: wanted.map((one) => one.name) }, saved).order;
    const steps = columnsOf(choice).map((column, place, all) => ({
      ...column,
      up: place > 0 && link(swapped(all, place - 1)),
      down: place < all.length - 1 && link(swapped(all, place)),
      without: all.length > 1 && link(all.filter(({ name }) => name !== column.name)),
    }));
    const kept = keptOf({ ...choice, order: [] }, saved);
    return page('choices/order', {
      title: 'In which order?',
      rows,
      orders,
      steps,
      kept,
      links: linksOf(choice, saved),
    });
  }

  private refused(choice: Choice, problems: readonly Problem[]): Page {
    return page(
      'choices/refused',
      { title: 'Your own choice', errors: asErrors(problems), links: linksOf(choice) },
      400,
    );
  }

  private previewed(choice: Choice): Promise<Previewed> {
    return this.preview.of(narrowingOf(choice, this.clock.today()), columnsOf(choice));
  }

  /** What each filter offers, one after the other: they share few connections with everybody's pages. */
  private async offers(choice: Choice, model: ReadModel): Promise<ReadonlyMap<string, readonly Offer[]>> {
    const all = new Map<string, readonly Offer[]>(await namesInChoice(choice, model, this.reading.sql));
    for (const filter of filters)
      if (!all.has(filter.name)) all.set(filter.name, await offersOf(filter, model, this.reading.sql));
    return all;
  }
}

/** What a form carries of a choice that it does not ask for. */
const keptOf = (choice: Choice, saved?: string) => [
  ...new URLSearchParams(addressOf(choice)),
  ...(saved ? [['saved', saved]] : []),
];

/** Columns that stay keep their place; new ones follow in the order of the dictionary. */
function withTicked(choice: Choice, ticked: readonly string[]): Choice {
  const wanted = new Set(ticked.flatMap((name) => groupsOfColumns.get(name) ?? [name]));
  const stay = choice.columns.filter((name) => wanted.has(name));
  const more = columns.map(({ name }) => name).filter((name) => wanted.has(name) && !stay.includes(name));
  return { ...choice, columns: [...stay, ...more] };
}

function orderAsked(query: Asked): string[] {
  const turned = said(query, 'turned');
  const asked = ['order', 'then'].map((field) => [field, said(query, field)[0]] as const);
  const named = asked.flatMap(([field, name]) => (name ? [turned.includes(field) ? `-${name}` : name] : []));
  return named.filter(orderNamed).filter((name, place, all) => all.findIndex((one) => same(one, name)) === place);
}
const same = (one: string, other: string): boolean => orderNamed(one)?.name === orderNamed(other)?.name;

type Named = readonly { readonly name: string }[];
const swapped = (all: Named, place: number): Named =>
  all.toSpliced(place, 2, all[place + 1] as Named[number], all[place] as Named[number]);
