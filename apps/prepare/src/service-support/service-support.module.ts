import { ErasedTextsPage } from '@academies/erased-texts';
import { settingsToken } from '@academies/web';
import { type DynamicModule, Module } from '@nestjs/common';
import { UnansweredApprovals, type UnansweredSettings } from './unanswered-approvals.ts';
import { UnansweredApprovalsPage } from './unanswered-approvals.page.ts';

/** What service support does. */
@Module({})
export class ServiceSupportModule {
  static with(settings: UnansweredSettings): DynamicModule {
    return {
      module: ServiceSupportModule,
      controllers: [UnansweredApprovalsPage, ErasedTextsPage],
      providers: [{ provide: settingsToken, useValue: settings }, UnansweredApprovals],
    };
  }
}
