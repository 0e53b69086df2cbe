import type { IsoDate } from '@academies/contracts';
import type { Right, SignedInUser } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Area } from './area.ts';
import type { Condition } from './condition.ts';

/** Who reads a list, and on which day. */
export interface Visitor extends SignedInUser {
  readonly today: IsoDate;
}

/** What stands in a cell: words, each line below them smaller, tags with how many have it. */
export interface Cell {
  readonly text?: string;
  readonly href?: string;
  /** Heard after the text of a link and not seen: "Assign" is "Assign Larkmere Primary School". */
  readonly of?: string;
  readonly lines?: readonly string[];
  readonly tags?: readonly { readonly text: string; readonly colour: string; readonly more?: string }[];
}

/** One column: its heading and what it makes of a row. The first column links to what the row is about. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row, visitor: Visitor) => Cell | string;
}

export const column = <Row>(heading: string, cell: Column<Row>['cell']): Column<Row> => ({ heading, cell });

/** What a filter offers: value and words. */
export type Choices = readonly (readonly [value: string, words: string])[];

/** A filter of a list; it lives in the URL under its name. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  /** The choice that narrows nothing. Without one there is always something chosen. */
  readonly any?: { readonly value: string; readonly text: string };
  /** A table, or what the database knows. It must cost little: it is asked at each page. */
  readonly choices: Readonly<Record<string, string>> | ((em: EntityManager, visitor: Visitor) => Promise<Choices>);
  /** Whether a value of the URL may be meant, where the choices are not a table. What may not narrows nothing. */
  readonly accepts?: (value: string) => boolean;
  /** What is chosen while the URL says nothing. */
  readonly first?: (visitor: Visitor) => string | undefined;
  /** Who has this filter; for others it is not there, whatever their URL says. */
  readonly may?: (visitor: Visitor) => boolean;
  /** Nothing, where `holds` of the list reads the value. */
  readonly narrows: (value: string) => Condition | undefined;
}

/** An order: its words and what it orders by. Each must be an index of the list's table, or the last pages are slow. */
export interface Order {
  readonly text: string;
  readonly by: readonly string[];
}

export const order = (text: string, ...by: readonly string[]): Order => ({ text, by });

/** Where rows come from. */
export interface Rows {
  /** A narrow table with one row an entry, called `l`: all that filters, orders and searches need, and nothing else. */
  readonly table: string;
  /** Its primary key. An index that has it too spares the rows before a page. */
  readonly key: string;
  /** `select … from page l join …`: what is shown of the few rows of a page. */
  readonly shown: string;
}

/** Rows that each count many: `select …, count(*) … from table l where ${condition} group by …`, ordered by its columns. */
export interface Groups {
  readonly groups: (condition: string, today: IsoDate) => string;
  readonly shown: string;
}

/** What is asked of a list: what is searched for, each filter's value ('' narrows nothing), the order, `:key` of its address. */
export interface Asked {
  readonly search: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly order: string;
  readonly key: string;
}

/** What can be searched for. */
export interface Search {
  /** What is promised. */
  readonly hint: string;
  /** The query over the column `words` (tsquery) of what somebody typed. */
  readonly query: (text: string) => string | undefined;
  /** Why this is not looked for, if it is not. */
  readonly refuses?: (text: string) => string | undefined;
}

/** Rows can be ticked, and the ticked ones taken to another page: `?name=value&name=value`. */
export interface Picks<Row> {
  readonly action: string;
  readonly name: string;
  readonly button: string;
  readonly may: (visitor: Visitor, asked: Asked) => boolean;
  /** Undefined where this row cannot be taken there. */
  readonly value: (row: Row, visitor: Visitor) => string | undefined;
}

/** A list is one of these. */
export interface List<Row = never> {
  /** May end with `/:key`, of which `titled` says what it is. */
  readonly address: string;
  readonly title: string;
  readonly needs: Right;
  readonly rows: Rows | Groups;
  /** What it holds before anybody narrows it. */
  readonly holds: (visitor: Visitor, asked: Asked) => Condition;
  readonly columns: readonly Column<Row>[] | ((visitor: Visitor, asked: Asked) => readonly Column<Row>[]);
  /** The first is the order in which it begins. */
  readonly orders: Readonly<Record<string, Order>>;
  readonly filters?: readonly Filter[];
  readonly search?: undefined | Search;
  /** What is said when nothing fits. */
  readonly empty: string | ((asked: Asked) => string);
  /** Among which other pages it stands. */
  readonly area?: Area;
  readonly intro?: string;
  /** The title of a list of one key, where `title` is said above; undefined is a page that is not there. */
  readonly titled?: (em: EntityManager, key: string) => Promise<string | undefined>;
  /** Said above the title, of what was asked. */
  readonly caption?: (asked: Asked) => string;
  /** Told in a banner. */
  readonly tells?: (em: EntityManager, asked: Asked, visitor: Visitor) => Promise<string | undefined>;
  readonly picks?: Picks<Row>;
  /** A template of its own, which extends `list.njk` and shows what `more` found. */
  readonly template?: string;
  readonly more?: (em: EntityManager, asked: Asked, visitor: Visitor) => Promise<object>;
}

/** A list as one entry of a service's table. */
export const list = <Row>(entry: List<Row>): List => entry as unknown as List;
