import { quiet } from '../fixtures/quiet.ts';
import { brokerContract } from './broker.contract.spec.ts';
import { openBroker } from './open-broker.ts';

describe('Kafka by kafkajs', () => brokerContract((settings) => openBroker(settings, quiet)));
