import { refused } from '@academies/contracts';
import { searchTrusts, trustByUkprn } from '@academies/register';
import { type Answer, Form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Query, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { changeIncomingTrust } from './change-incoming-trust.ts';
import { chooseTrustForm, trustOptions } from './choose-trust.form.ts';

/** Chooses the incoming trust among those that were found in the register. */
@Controller('projects/:project/incoming-trust/choose')
@Needs('edit-prepare')
export class ChooseIncomingTrustPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('trusts/choose-trust')
  async show(@Param('project') id: string, @Query('search') search: unknown) {
    const { facts, heading } = await this.projects.toChange(id, 'incoming-trust');
    const options = trustOptions(await searchTrusts(this.projects.em, String(search ?? '')));
    const values = { trust: facts.incomingTrust.ukprn ?? undefined };
    const shown = chooseTrustForm.filledWith(values, { offer: { trust: options } });
    return {
      ...heading,
      ...shown,
      title: 'Select the incoming trust',
      page: 'incoming-trust',
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
    const asked = { id, user, version, part: 'incoming-trust', form: chooseTrustForm } as const;
    await this.projects.change(asked, async (project, { em, by, check }) => {
      if (project.facts.formingAMat) return refused('The project forms a new trust', 'trust');
      if (!(await trustByUkprn(em, ukprn))) return refused('Select a trust that is in the register', 'trust');
      const trust = { ukprn, trn: null, name: null };
      return changeIncomingTrust(project, {
        trust,
        broken: await check({ ...project.facts, incomingTrust: trust }),
        by,
      });
    });
    return redirect(`/projects/${id}`).saying('Incoming trust saved');
  }
}
