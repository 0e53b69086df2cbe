// @ts-expect-error kafkajs has no types for its insides
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

interface Queue {
  pending: unknown[];
  scheduleCheckPendingRequests(): void;
}

const queue = (RequestQueue as { prototype: Queue }).prototype;
const schedule = queue.scheduleCheckPendingRequests;

/**
 * kafkajs 2.2.4 looks every millisecond for ever whether requests wait, once a connection has answered (issues 1751 and
 * 1768). It need not while none waits: a request that must wait schedules the look itself.
 */
queue.scheduleCheckPendingRequests = function (this: Queue) {
  if (this.pending.length > 0) schedule.call(this);
};
