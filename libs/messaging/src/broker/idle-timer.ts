// @ts-expect-error kafkajs has no types for its insides
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

interface Request {
  readonly sentAt: number;
  readonly requestTimeout: number;
  timeoutRequest(): void;
}

interface Queue {
  readonly pending: unknown[];
  readonly inflight: Map<number, Request>;
  readonly enforceRequestTimeout: boolean;
  requestTimeoutIntervalId: NodeJS.Timeout;
  isConnected(): boolean;
  destroy(): void;
  scheduleCheckPendingRequests(): void;
  scheduleRequestTimeoutCheck(): void;
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

/** It also looks ten times a second, on each connection, for requests older than half a minute. Once a second will do. */
queue.scheduleRequestTimeoutCheck = function (this: Queue) {
  if (!this.enforceRequestTimeout) return;
  this.destroy();
  this.requestTimeoutIntervalId = setInterval(() => {
    for (const request of [...this.inflight.values()])
      if (Date.now() - request.sentAt > request.requestTimeout) request.timeoutRequest();
    if (!this.isConnected()) this.destroy();
  }, 1_000);
};
