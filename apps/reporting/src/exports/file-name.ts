import type { IsoDate } from '@academies/contracts';
import type { ExportRequest } from './export-request.ts';

/** `{from}-{to}_{report_with_underscores}.csv`, without a period `{today}_{report}.csv` (domain/reporting.md, "File"). */
export const fileName = ({ report, period }: ExportRequest, today: IsoDate): string =>
  `${period ? `${period.from}-${period.to}` : today}_${report.name.replaceAll('-', '_')}.csv`;
