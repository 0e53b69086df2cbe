import { academiesOfTrust, searchTrusts, trustByUkprn } from '@academies/register';
import { type Answer, checkboxes, Form, form, Needs, page, radios, redirect, text } from '@academies/web';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { trustOptions } from '../trusts/choose-trust.form.ts';
import { addressOf, chosenIn } from './new-project.ts';
import { NewProjects } from './new-projects.ts';

export const findLeftTrustForm = form({
  fields: {
    search: text({
      label: 'Name, UKPRN or TRN of the outgoing trust',
      required: 'Enter the name, UKPRN or TRN of the trust',
    }),
  },
  button: 'Find the trust',
});
export const leftTrustForm = form({ fields: { trust: radios({ label: 'Trusts found', required: 'Select a trust' }) } });
export const leavingForm = form({
  fields: {
    academies: checkboxes({
      label: 'Academies',
      hint: 'Select all that transfer',
      required: 'Select at least one academy',
    }),
  },
});

/** Which trust is left, and by which of its academies. */
@Controller('start/transfer')
@Needs('edit-prepare')
export class StartAcademiesPage {
  constructor(
    private readonly projects: Projects,
    private readonly newProjects: NewProjects,
  ) {}

  @Get()
  show() {
    return page('start-project/step', {
      ...findLeftTrustForm.empty(),
      title: 'Which trust do the academies leave?',
      back: '/start',
    });
  }

  @Post()
  find(@Form(findLeftTrustForm) { search }: Answer<typeof findLeftTrustForm>) {
    return redirect(`/start/transfer/trust?search=${encodeURIComponent(search)}`);
  }

  @Get('trust')
  async showTrusts(@Query('search') search: unknown) {
    const trust = trustOptions(await searchTrusts(this.projects.em, String(search ?? ''), { open: true }));
    const nothing = trust.length === 0 && `The register has no open trust like “${String(search ?? '')}”.`;
    return page('start-project/step', {
      ...leftTrustForm.empty({ offer: { trust } }),
      title: 'Select the outgoing trust',
      back: '/start/transfer',
      nothing,
    });
  }

  @Post('trust')
  async chooseTrust(@Form(leftTrustForm) { trust }: Answer<typeof leftTrustForm>) {
    if (!(await trustByUkprn(this.projects.em, trust)))
      throw leftTrustForm.wrong({ trust: 'Select a trust that is in the register' });
    return redirect(`/start/transfer/academies?from=${trust}`);
  }

  @Get('academies')
  async showAcademies(@Query() query: Record<string, unknown>) {
    const { outgoingTrust } = chosenIn('transfer', query);
    const { em } = this.projects;
    const trust = outgoingTrust ? await trustByUkprn(em, outgoingTrust) : undefined;
    if (!trust) return redirect('/start/transfer');
    const academies = (await academiesOfTrust(em, trust.groupUid)).map(({ urn, name }) => ({
      value: urn,
      text: name,
      hint: `URN ${urn}`,
    }));
    const nothing = academies.length === 0 && `${trust.name} runs no open academies.`;
    const shown = leavingForm.empty({ offer: { academies } });
    return page('start-project/step', {
      ...shown,
      title: `Which academies leave ${trust.name}?`,
      back: '/start/transfer',
      nothing,
    });
  }

  @Post('academies')
  async chooseAcademies(
    @Query() query: Record<string, unknown>,
    @Form(leavingForm) { academies }: Answer<typeof leavingForm>,
  ) {
    const chosen = chosenIn('transfer', { ...query, urns: academies.join(',') });
    const { problems, project } = await this.newProjects.against(chosen);
    if (project) return redirect(`/start/taken?${addressOf({ urns: chosen.urns })}`);
    if (problems[0]) throw leavingForm.wrong({ academies: problems[0].message });
    return redirect(`/start/transfer/details?${addressOf(chosen)}`);
  }
}
