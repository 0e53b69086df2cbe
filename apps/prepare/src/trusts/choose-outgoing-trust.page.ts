import { refused } from '@academies/contracts';
import { establishmentsByUrn, searchTrusts, trustByUkprn } from '@academies/register';
import { type Answer, Form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Query, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { changeOutgoingTrust } from './change-outgoing-trust.ts';
import { chooseTrustForm, trustOptions } from './choose-trust.form.ts';

/** Chooses the outgoing trust among those that were found in the register. */
@Controller('projects/:project/outgoing-trust/choose')
@Needs('edit-prepare')
export class ChooseOutgoingTrustPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('trusts/choose-trust')
  async show(@Param('project') id: string, @Query('search') search: unknown) {
    const { facts, heading } = await this.projects.toChange(id, 'outgoing-trust');
    const options = trustOptions(await searchTrusts(this.projects.em, String(search ?? '')));
    const values = { trust: facts.outgoingTrustUkprn ?? undefined };
    const shown = chooseTrustForm.filledWith(values, { offer: { trust: options } });
    return {
      ...heading,
      ...shown,
      title: 'Select the outgoing trust',
      page: 'outgoing-trust',
      search,
      found: options.length,
    };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(chooseTrustForm) { trust: ukprn }: Answer<typeof chooseTrustForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, version, part: 'outgoing-trust', form: chooseTrustForm } as const;
    await this.projects.change(asked, async (project, { em, by, check }) => {
      const trust = await trustByUkprn(em, ukprn);
      if (!trust) return refused('Select a trust that is in the register', 'trust');
      const { facts } = project;
      const academies = [
        ...(
          await establishmentsByUrn(
            em,
            facts.academies.map(({ urn }) => urn),
          )
        ).values(),
      ];
      return changeOutgoingTrust(project, {
        trust,
        academies,
        broken: await check({ ...facts, outgoingTrustUkprn: ukprn }),
        by,
      });
    });
    return redirect(`/projects/${id}`).saying('Outgoing trust saved');
  }
}
