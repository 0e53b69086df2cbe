import { jest } from '@jest/globals';
import { quiet } from '../fixtures/quiet.ts';
import { brokerContract } from './broker.contract.spec.ts';
import { openBroker } from './open-broker.ts';

// Real parts take longer on a busy machine.
jest.setTimeout(90_000);

describe('Kafka by kafkajs', () => brokerContract((settings) => openBroker(settings, quiet)));
