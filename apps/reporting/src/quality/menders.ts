import type { RowFacts } from '../rows/row-facts.ts';
import type { Mender } from './rule.ts';

const inComplete = (path: string) => (facts: RowFacts) => facts.links.complete && facts.links.complete + path;
const inPrepare = (path: string) => (facts: RowFacts) => facts.links.prepare && facts.links.prepare + path;

/** The register's own page about a school; its school or its authority corrects what stands there. */
const register = ({ urn }: RowFacts) =>
  `https://get-information-schools.service.gov.uk/Establishments/Establishment/Details/${urn}`;

/** Who can mend what, and on which page. */
export const menders = {
  /** While Complete has no project, Prepare's page. */
  date: {
    who: 'The assigned person, by the stakeholder kick-off task or a new date',
    page: (facts) => inComplete('/dates')(facts) ?? inPrepare('')(facts),
  },
  task: (task: string) => ({ who: 'The assigned person', page: inComplete(`/tasks/${task}`) }),
  contacts: { who: 'The assigned person', page: inComplete('/contacts') },
  academyUrn: { who: 'Service support', page: inComplete('/academy-urn') },
  handoverDetails: { who: 'A regional delivery officer', page: inComplete('/handover/check') },
  register: { who: 'The school, in Get Information About Schools', page: register },
  registerFile: { who: 'Service support, by the next file of the register', page: register },
  members: { who: 'Service support, by a newer file of members of parliament', page: () => null },
  trust: {
    who: 'Service support after the decision, a delivery officer before it',
    page: (facts) => inComplete('/about')(facts) ?? inPrepare('/incoming-trust')(facts),
  },
  authority: { who: 'Service support, among the local authorities', page: inComplete('/about') },
  project: { who: 'The assigned person', page: (facts) => inComplete('')(facts) ?? inPrepare('')(facts) },
} satisfies Record<string, Mender | ((task: string) => Mender)>;
