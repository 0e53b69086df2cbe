import type { CommandContext, CommandResult, CompleteProject, CompleteState, IsoDate } from '@academies/contracts';
import type { Fields, FormTable, Known, Offer, Values } from '@academies/forms';
import type { Right, SignedInUser } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AboutProject } from './about-project.ts';

/** A form of a project as somebody opened it. */
export interface Opened {
  readonly about: AboutProject;
  readonly user: SignedInUser;
  readonly em: EntityManager;
  readonly today: IsoDate;
  /** The id in the address of what the form is about, a contact's or a note's. */
  readonly item: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/** What was answered on which page. */
export interface Answered<F extends Fields> {
  readonly answer: Values<F>;
  readonly opened: Opened;
}

/** The same with who sent it and when, as it is saved. */
export interface Saved<F extends Fields> extends Answered<F> {
  readonly context: CommandContext;
}

/** Whether the project itself was changed. */
export interface Changed {
  readonly isChanged: boolean;
}

/** The same with what the rule must know besides the project. */
export interface Sent<F extends Fields, Facts> extends Saved<F> {
  readonly facts: Facts;
}

/**
 * One thing that is done to a project on a page with one form: an entry of a table. The page, its rights, the collision of
 * two who save, errors and what is said afterwards are the same for all (project-form.page.ts).
 */
export interface ProjectForm<F extends Fields = Fields, Facts = undefined> {
  /** Under the project's own address; `:item` is what the form is about. */
  readonly address: string;
  readonly title: string | ((opened: Opened) => string);
  readonly needs: Right;
  /** Who of those with the right may do it to this project. */
  readonly permitted: (project: CompleteProject, opened: Pick<Opened, 'user' | 'about' | 'item'>) => boolean;
  /** Said to who may not: "Only the assigned person …". */
  readonly forWhom: string;
  /** The states in which it can be done; an active project alone unless told. */
  readonly states?: readonly CompleteState[];
  readonly form: FormTable<F> | ((opened: Opened) => FormTable<F>);
  /** What is in the form now; where it begins empty, nothing can collide. */
  readonly values?: (project: CompleteProject, opened: Opened) => Known<F>;
  /** What the page says besides its fields; when that changed meanwhile, the sender is told instead of saved. */
  readonly stands?: (project: CompleteProject, opened: Opened) => Readonly<Record<string, unknown>>;
  readonly offer?: (opened: Opened) => Promise<{ readonly [Name in keyof F]?: Offer }>;
  /** Said above the form, a paragraph each. */
  readonly says?: (opened: Opened) => readonly string[];
  /** What it is about, shown above the form as facts. */
  readonly rows?: (opened: Opened) => Promise<readonly { readonly key: string; readonly value: string }[]>;
  /** What is odd and may be right all the same, each in a warning of its own. */
  readonly warns?: (opened: Opened) => readonly string[];
  /** Why there is nothing to fill in now: what is missing, each with a link to where it is done. */
  readonly missing?: (opened: Opened) => Promise<readonly { text: string; href?: string }[]>;
  readonly facts?: (em: EntityManager, project: CompleteProject, answered: Answered<F>) => Promise<Facts>;
  readonly rule: (project: CompleteProject, sent: Sent<F, Facts>) => CommandResult<CompleteProject>;
  /** What is written beside the project in the same transaction; true when that was something new. */
  readonly also?: (em: EntityManager, project: CompleteProject, saved: Saved<F> & Changed) => Promise<boolean>;
  /** The page of the project that comes next. */
  readonly next: string | ((answered: Answered<F>) => string);
  /** Where one goes instead of a page of the project: to the list from which one comes, or since it can no longer be seen. */
  readonly leavesTo?: string;
  /** Said there; a form that only leads on says nothing. */
  readonly saved?: string | ((answer: Values<F>) => string);
  /** Said where it was done already, from another page. */
  readonly already?: string;
  /** Marks what cannot be undone. */
  readonly warning?: true;
}
