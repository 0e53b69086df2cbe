export { currentTrace, traceId, withTrace } from '@academies/contracts';
