import { type HandoverState, handoverStates, type PrepareStatus, prepareStatuses } from '@academies/contracts';

/** A tag: its words and its colour (GOV.UK). */
export interface Tag {
  readonly text: string;
  readonly colour: string;
}

const statusColours: Readonly<Record<PrepareStatus, string>> = {
  pre_decision: 'yellow',
  approved: 'green',
  approved_with_conditions: 'green',
  declined: 'red',
  deferred: 'orange',
  withdrawn: 'purple',
  dao_revoked: 'red',
};

const handoverColours: Readonly<Record<HandoverState, string>> = {
  not_due: 'grey',
  waiting: 'light-blue',
  held_up: 'orange',
  created: 'green',
  rejected: 'red',
  deleted: 'purple',
};

const tagsOf = <Name extends string>(
  names: readonly Name[],
  words: Readonly<Record<Name, string>>,
  colours: Readonly<Record<Name, string>>,
) => Object.fromEntries(names.map((name) => [name, { text: words[name], colour: colours[name] }])) as Record<Name, Tag>;

export const statusTags = tagsOf(prepareStatuses.names, prepareStatuses.table, statusColours);
export const handoverTags = tagsOf(handoverStates.names, handoverStates.table, handoverColours);
