import { completeStates } from '@academies/contracts';
import { column, list, where } from '@academies/lists';
import { inWords } from '@academies/web';
import { supportArea } from '../../project/support-area.ts';
import { schoolOf } from '../listed/listed-project.ts';
import { ofProjects } from '../listed/of-projects.ts';
import { putRightAt, registerSays, type ReplacedProject } from './register-says.ts';
import { replacedShown } from './replaced-shown.sql.ts';

/** Living projects whose school or trust the register closed or replaced (docs/domain/complete-pages.md, "Service support"). */
export const replacedLists = [
  list<ReplacedProject>({
    ...ofProjects,
    rows: { ...ofProjects.rows, shown: replacedShown },
    area: supportArea,
    needs: 'service-support',
    address: 'service-support/replaced',
    title: 'Closed or replaced in the register',
    intro:
      'Projects that are not finished, whose school or trust the register has closed or given another number. A school that closes because it converts is not listed. A trust of an active project is put right in Prepare first, where the decision names it, and then here; for a wrong school delete the project with the reason, so that it can be handed over again.',
    holds: () =>
      where`(l.school_is_gone or l.incoming_is_gone or l.outgoing_is_gone) and l.state in ('inactive', 'active')`,
    columns: [
      column('School or academy', (listed) => ({
        text: schoolOf(listed),
        href: `/projects/${listed.project.id}`,
        lines: [`URN ${listed.project.urn}`, completeStates.say(listed.project.state)],
      })),
      column('What the register says now', (listed) => {
        const [text = '', ...lines] = registerSays(listed);
        return { text, lines };
      }),
      column('Date', ({ project }) => inWords.month(project.significantDate)),
      column('Put right', (listed) => ({ text: 'Open', of: `, ${schoolOf(listed)}`, href: putRightAt(listed) })),
    ],
    empty: 'The register has closed or replaced no school or trust of a living project, or nothing matches.',
  }),
];
